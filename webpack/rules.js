const path = require('node:path');

/** How the pages' TypeScript is read; types are checked by `npm run types`. */
exports.typescript = {
  test: /\.tsx?$/,
  loader: 'ts-loader',
  options: { transpileOnly: true, configFile: path.resolve(__dirname, '../tsconfig.json') },
};

exports.extensions = ['.tsx', '.ts', '.mjs', '.js', '.json'];
