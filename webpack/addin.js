const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { MICROSOFT, patterns } = require('./office-library');
const certificates = require('./certificates');
const kept = require('./kept');
const licences = require('./licences');
const policy = require('./policy');
const { extensions, typescript } = require('./rules');

const root = path.resolve(__dirname, '..');

/**
 * The task pane with the ribbon's commands, as static files for any https server.
 * `closed`: with Microsoft's library beside it, for networks that do not reach Microsoft. `live`: the server for development.
 */
module.exports = async ({ closed, live }) => ({
  name: 'addin',
  mode: live ? 'development' : 'production',
  target: ['web', 'es2022'],
  // One page and one runtime: a command of the ribbon and the pane share what they know.
  entry: { taskpane: './src/taskpane/index.tsx', save: './src/save-page/save.ts' },
  output: {
    path: path.join(root, closed ? 'dist/addin-closed' : 'dist/addin'),
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    clean: true,
  },
  resolve: { extensions },
  module: { rules: [typescript] },
  cache: live ? { type: 'memory' } : kept('addin'),
  optimization: {
    splitChunks: {
      chunks: 'all',
      // What reads the files of other programs stands by itself: it comes with the first register, not ahead of it.
      cacheGroups: {
        registerXlsx: { test: /[\\/]node_modules[\\/](hucre|fflate|@zip\.js)[\\/]/, name: 'register-xlsx-library' },
        registerOld: { test: /[\\/]node_modules[\\/]@e965[\\/]xlsx[\\/]/, name: 'register-old-library' },
      },
    },
  },
  // A map that is inlined would need `eval`.
  devtool: live ? 'source-map' : false,
  performance: { hints: false },
  stats: 'errors-warnings',
  plugins: [
    new HtmlPlugin({
      template: path.join(root, 'src/taskpane/taskpane.html'),
      filename: 'taskpane.html',
      chunks: ['taskpane'],
      scriptLoading: 'defer',
      minify: false,
      templateParameters: {
        office: closed ? 'office/office.js' : `${MICROSOFT}office.js`,
        policy: policy({ office: closed ? '' : ` ${new URL(MICROSOFT).origin}`, live }),
      },
    }),
    new HtmlPlugin({
      template: path.join(root, 'src/save-page/save.html'),
      filename: 'save.html',
      chunks: ['save'],
      scriptLoading: 'defer',
      minify: false,
      templateParameters: { policy: policy({ office: '', live }) },
    }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/*.png' },
        { from: 'assets/help', to: 'help', info: { minimized: true } },
        ...(closed ? patterns : []),
      ],
    }),
    licences(),
  ],
  ...(live && {
    devServer: {
      // to this computer only
      host: 'localhost',
      port: 3000,
      server: { type: 'https', options: await certificates() },
      hot: false,
      static: false,
      client: { overlay: false, logging: 'error' },
    },
  }),
});
