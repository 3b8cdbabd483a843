// The same tests as every day, those in *.fuzz.test.ts only, with many more tries: FUZZ_RUNS says how many.
const everyday = require('./jest.config.js');

process.env.FUZZ_RUNS ??= '20000';

/** @type {import('jest').Config} */
module.exports = {
  ...everyday,
  testMatch: ['**/*.fuzz.test.ts'],
  testTimeout: 600_000,
};
