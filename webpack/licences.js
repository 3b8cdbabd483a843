const fs = require('node:fs');
const path = require('node:path');
const { LicenseWebpackPlugin } = require('license-webpack-plugin');

/** Licences that a copy inside our bundles may come under; another one stops the build. */
const LICENCES = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

const read = (...parts) => fs.readFileSync(path.join(__dirname, ...parts), 'utf8');
const mit = (holder) => read('licence-texts/mit.txt').replace('{holder}', holder);
/** What a package says under the heading License at the end of its README. */
const fromReadme = (name) => /^#+ *licen[cs]e\s+([^]*)$/im.exec(read('../node_modules', name, 'README.md'))[1].trim();

/** Packages that name their licence and its holder, but leave a file of it out. */
const TEXTS = {
  '@fluentui/react-icons': mit('2020 Microsoft Corporation'),
  '@univerjs/protocol': read('../node_modules/@univerjs/core/LICENSE'),
  'franc-min': mit('Titus Wormer <tituswormer@gmail.com>'),
  'ot-json1': fromReadme('ot-json1'),
  'ot-text-unicode': fromReadme('ot-text-unicode'),
  'react-remove-scroll-bar': mit('2025 Anton Korzunov <thekashey@gmail.com>'),
  unicount: fromReadme('unicount'),
};

/** Packages whose file names the licence and whose manifest does not. (This one is a name for a service, and nobody fills it.) */
const TYPES = { '@univerjs/telemetry': 'Apache-2.0' };

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
    licenseTypeOverrides: TYPES,
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
