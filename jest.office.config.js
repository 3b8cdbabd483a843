// The tests that need other programs: LibreOffice Calc, openpyxl and the Open XML validator.
const everyday = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...everyday,
  roots: ['<rootDir>/test/office'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};
