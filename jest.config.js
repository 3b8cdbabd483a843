// The types are checked by `npm run types`; here every file is only turned into CommonJS, one by one.
// hucre ships as ES modules (.mjs) only, so it is the one package that is turned too.
const turn = ['ts-jest', { tsconfig: '<rootDir>/tsconfig.jest.json', diagnostics: false }];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Property tests run a hundred workbooks and more; a hanging test still ends.
  testTimeout: 60_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/office/'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.ts$': turn, '/hucre/.*\\.mjs$': turn },
  transformIgnorePatterns: ['/node_modules/(?!hucre/)'],
};
