const path = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');
const TerserPlugin = require('terser-webpack-plugin');
const licences = require('./licences');
const { workbenchPolicy } = require('./policy');
const { extensions, typescript } = require('./rules');

const root = path.resolve(__dirname, '..');

/** The workbench: the pane beside a spreadsheet of its own, as static files. */
module.exports = {
  name: 'workbench',
  mode: 'production',
  target: ['web', 'es2022'],
  entry: { workbench: './src/workbench/index.tsx' },
  output: {
    path: path.join(root, 'dist/workbench'),
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    cssFilename: '[name].[contenthash:8].css',
    clean: true,
  },
  experiments: { css: true },
  resolve: { extensions },
  module: { rules: [typescript, { resourceQuery: /text/, type: 'asset/source' }] },
  optimization: {
    splitChunks: { chunks: 'all' },
    // The grid has 12 MB of source, for which Terser takes a minute and 1.5 GB (docs/decisions/0037-esbuild.md).
    minimizer: [new TerserPlugin({ minify: TerserPlugin.esbuildMinify, extractComments: false })],
  },
  devtool: false,
  performance: { hints: false },
  stats: 'errors-warnings',
  plugins: [
    new HtmlPlugin({
      template: path.join(root, 'src/workbench/workbench.html'),
      filename: 'index.html',
      favicon: path.join(root, 'assets/icon-32.png'),
      scriptLoading: 'defer',
      minify: false,
      templateParameters: { policy: workbenchPolicy },
    }),
    licences(),
  ],
};
