const { readFileSync } = require('node:fs');
const path = require('node:path');

const folder = path.join(__dirname, 'dist/addin');
const page = readFileSync(path.join(folder, 'taskpane.html'), 'utf8');

/** What the page names is what the pane waits for; Microsoft's library, which it loads from elsewhere, is not ours. */
const scripts = [...page.matchAll(/<script[^>]* src="?([^"\s>]+\.js)/g)]
  .map(([, address]) => address)
  .filter((address) => !address.includes('://'))
  .map((address) => path.join(folder, address));

module.exports = [{ name: 'first load of the pane', path: scripts, gzip: true, limit: '169 kB' }];
