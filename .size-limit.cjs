const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

const folder = path.join(__dirname, 'dist/addin');
const page = readFileSync(path.join(folder, 'taskpane.html'), 'utf8');
const inFolder = (name) => path.join(folder, name);

/** What the page names is what the pane waits for; Microsoft's library, which it loads from elsewhere, is not ours. */
const firstScreen = [...page.matchAll(/<script[^>]* src="?([^"\s>]+\.js)/g)]
  .map(([, address]) => address)
  .filter((address) => !address.includes('://'))
  .map(inFolder);

const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
/** The Worker takes the rest of its beginning from what the page has loaded already. */
const worker = scripts.filter((name) => name.startsWith('desk.')).map(inFolder);
const isRegister = (name) => name.startsWith('register');
const pane = scripts.filter((name) => !name.startsWith('save.') && !isRegister(name)).map(inFolder);
/** The old workbooks' reader comes only where one is opened. */
const register = scripts.filter((name) => isRegister(name) && !name.startsWith('register-old')).map(inFolder);

module.exports = [
  { name: 'first screen in a workbook without records', path: firstScreen, gzip: true, limit: '169 kB' },
  { name: 'beginning of the Worker', path: worker, gzip: true, limit: '53 kB' },
  { name: 'first screen in a workbook with records', path: [...firstScreen, ...worker], gzip: true, limit: '216 kB' },
  { name: 'the pane with all that it loads ahead', path: pane, gzip: true, limit: '406 kB' },
  { name: 'reading a purchase register', path: register, gzip: true, limit: '128 kB' },
];
