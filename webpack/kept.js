const { join, sep } = require('node:path');

const root = join(__dirname, '..');

/**
 * What a build keeps in node_modules/.cache for the next one, which makes only what has changed since: `npm ci` builds,
 * `npm test` builds again, and the add-in for closed networks has the same scripts as the other.
 * With other settings, or other packages, everything is made anew.
 */
module.exports = (name) => ({
  type: 'filesystem',
  name,
  buildDependencies: {
    settings: [
      __dirname + sep,
      ...['webpack.config.js', 'tsconfig.json', 'package-lock.json'].map((file) => join(root, file)),
    ],
  },
});
