const addin = require('./webpack/addin');
const cli = require('./webpack/cli');
const single = require('./webpack/single');
const workbench = require('./webpack/workbench');

/**
 * `webpack` builds all but these: `--env closed` the add-in for closed networks, `--env single` the workbench in one file;
 * `webpack serve` the add-in while you work on it.
 */
module.exports = async ({ closed = false, single: alone = false, WEBPACK_SERVE: live = false } = {}) => {
  if (alone) return [single];
  return closed || live ? [await addin({ closed, live })] : [cli, await addin({ closed, live }), workbench];
};
