const { availableParallelism } = require('node:os');

// The types are checked by `npm run types`; here every file is only turned into CommonJS, one by one.
// hucre ships as ES modules (.mjs) only, so it is the one package that is turned too.
const turn = ['ts-jest', { tsconfig: '<rootDir>/tsconfig.jest.json', diagnostics: false }];

/** @type {import('jest').Config} */
module.exports = {
  // A machine with two cores has work for both: the browser waits for the test, and the test for the browser.
  maxWorkers: Math.max(2, availableParallelism() - 1),
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
