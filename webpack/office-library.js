const path = require('node:path');

const home = path.resolve(__dirname, '../node_modules/@microsoft/office-js');

/** Where Microsoft serves its library. The page loads it from here, as the store and all updates of Excel expect. */
const MICROSOFT = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** The unchanged files that the library asks for in Excel: for closed networks, which do not reach Microsoft. */
const files = [
  'office.js',
  'excel-web-16.00.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'excel-ios-16.00.js',
  '*/office_strings.js',
  'telemetry/{oteljs,oteljs_agave}.js',
];

module.exports = {
  MICROSOFT,
  patterns: [
    ...files.map((file) => ({
      context: path.join(home, 'dist'),
      from: file,
      to: 'office/[path][name][ext]',
      info: { minimized: true },
    })),
    { from: path.join(home, 'LICENSE.md'), to: 'office/' },
  ],
};
