const fs = require('node:fs');
const path = require('node:path');
const { BannerPlugin } = require('webpack');
const kept = require('./kept');
const licences = require('./licences');

/** Lets a shell start the file by its name; on Windows the call changes nothing. */
const executable = (file) => ({
  apply(compiler) {
    compiler.hooks.afterEmit.tap('executable', ({ outputOptions }) => {
      fs.chmodSync(path.join(outputOptions.path, file), 0o755);
    });
  },
});

/** The command line: one file that needs nothing but Node.js. */
module.exports = {
  name: 'cli',
  mode: 'production',
  target: 'node20',
  entry: './src/cli/main.ts',
  output: {
    path: path.resolve(__dirname, '../dist'),
    filename: 'ims.js',
    library: { type: 'commonjs' },
    clean: { keep: /^(addin|single|workbench)/ },
  },
  cache: kept('cli'),
  resolve: { extensions: ['.ts', '.mjs', '.js', '.json'] },
  module: {
    rules: [{ test: /\.ts$/, loader: 'ts-loader', options: { transpileOnly: true } }],
  },
  optimization: {
    // A stack trace out of the bundle should be readable, and 1 MB on a disk costs nobody anything.
    minimize: false,
    // The licence plugin does not see packages inside joined modules: hucre, fflate and zod would go unnamed.
    concatenateModules: false,
  },
  devtool: false,
  performance: { hints: false },
  stats: 'errors-warnings',
  plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }), licences(), executable('ims.js')],
};
