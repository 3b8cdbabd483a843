const fs = require('node:fs');
const path = require('node:path');
const { LicenseWebpackPlugin } = require('license-webpack-plugin');

/** Licences that a copy inside our bundles may come under; another one stops the build. */
const LICENCES = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

const text = (file) => fs.readFileSync(path.join(__dirname, 'licence-texts', file), 'utf8');

/** Packages that name their licence but leave its text out; it is taken from their repository. */
const TEXTS = { '@fluentui/react-icons': text('fluentui-react-icons.txt') };

/** Packages of a build, noted before webpack joins their modules: afterwards the licence plugin does not see them all. */
const notePackages = (packages) => ({
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('licences', (compilation) => {
      compilation.hooks.afterOptimizeChunks.tap('licences', (chunks) => {
        const found = new Map(packages.map((one) => [one.directory, one]));
        for (const chunk of chunks) {
          for (const { resource } of compilation.chunkGraph.getChunkModules(chunk)) {
            const [directory, name] = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(resource ?? '') ?? [];
            if (name) found.set(directory, { name: name.replace('\\', '/'), directory });
          }
        }
        packages.splice(0, packages.length, ...found.values());
      });
    });
  },
});

/** Writes the licence texts of all packages inside a bundle. */
module.exports = () => {
  const packages = [];
  const licences = new LicenseWebpackPlugin({
    additionalModules: packages,
    outputFilename: 'THIRD-PARTY-LICENSES.txt',
    perChunkOutput: false,
    licenseTextOverrides: TEXTS,
    unacceptableLicenseTest: (licence) => !LICENCES.includes(licence),
    handleUnacceptableLicense: (name, licence) => {
      throw new Error(`${name} comes under ${licence}, which webpack/licences.js does not list`);
    },
    handleMissingLicenseText: (name) => {
      throw new Error(`${name} carries no licence text`);
    },
  });
  return {
    apply(compiler) {
      notePackages(packages).apply(compiler);
      licences.apply(compiler);
    },
  };
};
