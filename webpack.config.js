const addin = require('./webpack/addin');
const cli = require('./webpack/cli');
const workbench = require('./webpack/workbench');

/** `webpack` builds all; `--env closed` the add-in for closed networks; `webpack serve` the add-in while you work on it. */
module.exports = async ({ closed = false, WEBPACK_SERVE: live = false } = {}) =>
  closed || live ? [await addin({ closed, live })] : [cli, await addin({ closed, live }), workbench({ live })];
