const { createHash } = require('node:crypto');
const path = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');
const { RuntimeGlobals, RuntimeModule, WebpackError } = require('webpack');
const licences = require('./licences');
const { singlePolicy } = require('./policy');
const workbench = require('./workbench');

const PAGE = 'ims-offline.html';
const LICENCES = 'THIRD-PARTY-LICENSES.txt';
const root = path.resolve(__dirname, '..');

/**
 * Text as it may stand inside a `<script>`: what would end or hide the element's end is written with an escape, which
 * strings, templates and regular expressions read as the same. The minifier leaves neither outside of those.
 */
const asScript = (text) => text.replace(/<(?=!--|\/?script)/gi, '\\x3c');
/** The same for a `<style>`, with the escape of CSS. */
const asStyle = (text) => text.replace(/<(?=\/style)/gi, '\\3c ');

/** A page from disk can start no Worker from a file, but from an address of a text that the page has in it. */
class WorkerAddresses extends RuntimeModule {
  constructor() {
    super('addresses of Workers');
  }

  generate() {
    return [
      'const addresses = {};',
      'const textOf = (name) => document.getElementById(`worker-${name}`).textContent;',
      `${RuntimeGlobals.getChunkScriptFilename} = (name) =>`,
      '  (addresses[name] ??= URL.createObjectURL(new Blob([textOf(name)], { type: "text/javascript" })));',
    ].join('\n');
  }
}

/** Gives every `new Worker(new URL(…))` the address of the script in the page in the place of that of a file. */
const workersFromThePage = {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('single', (compilation) => {
      compilation.hooks.runtimeRequirementInTree.for(RuntimeGlobals.getChunkScriptFilename).tap('single', (chunk) => {
        compilation.addRuntimeModule(chunk, new WorkerAddresses());
        // webpack's own way, to a file, is left out.
        return true;
      });
    });
  },
};

/** Moves what the build made into the page: scripts, styles, the icon, and the Workers' scripts as texts. */
const everythingInThePage = {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('single', (compilation) => {
      const take = (name) => {
        const content = compilation.getAsset(name).source.buffer();
        compilation.deleteAsset(name);
        return content;
      };
      const inPage = ({ tagName, attributes, ...rest }) => {
        if (tagName === 'script') {
          return { ...rest, tagName, attributes: {}, innerHTML: asScript(take(attributes.src).toString()) };
        }
        if (attributes.rel === 'stylesheet') {
          const innerHTML = asStyle(take(attributes.href).toString());
          return { ...rest, tagName: 'style', voidTag: false, attributes: {}, innerHTML };
        }
        const href = `data:image/png;base64,${take(attributes.href).toString('base64')}`;
        return { ...rest, tagName, attributes: { ...attributes, href } };
      };
      const workerTags = () =>
        [...compilation.chunks]
          .filter((chunk) => chunk.hasRuntime() && !(chunk.name in workbench.entry))
          .map(({ name, files: [file] }) => ({
            tagName: 'script',
            voidTag: false,
            meta: {},
            // Of no type that a browser runs.
            attributes: { type: 'text/plain', id: `worker-${name}` },
            innerHTML: asScript(take(file).toString()),
          }));
      HtmlPlugin.getCompilationHooks(compilation).alterAssetTagGroups.tap(
        'single',
        ({ headTags, bodyTags, ...rest }) => {
          const tags = [...headTags, ...bodyTags].map(inPage);
          const isScript = ({ tagName }) => tagName === 'script';
          return {
            ...rest,
            headTags: tags.filter((tag) => !isScript(tag)),
            // The page's script comes last, since it asks for the root and the Workers' texts as soon as it runs.
            bodyTags: [...workerTags(), ...tags.filter(isScript)],
          };
        },
      );
      compilation.hooks.afterProcessAssets.tap('single', (assets) => {
        for (const name of Object.keys(assets)) {
          if (name !== PAGE && name !== LICENCES) {
            compilation.errors.push(new WebpackError(`${name} did not find its way into the page`));
          }
        }
      });
    });
  },
};

/** What the policy knows a script by. */
const hashOf = ({ innerHTML }) => `'sha256-${createHash('sha256').update(innerHTML).digest('base64')}'`;
const runs = ({ tagName, attributes }) => tagName === 'script' && attributes.type === undefined;

/** The workbench as one file that a browser opens from disk (docs/decisions/0038-single-file.md). */
module.exports = {
  ...workbench,
  name: 'single',
  output: { path: path.join(root, 'dist/single'), publicPath: '', clean: true },
  module: {
    ...workbench.module,
    parser: { javascript: { dynamicImportMode: 'eager' }, asset: { dataUrlCondition: () => true } },
  },
  // The Workers are known by their names.
  optimization: { ...workbench.optimization, splitChunks: false, chunkIds: 'named' },
  plugins: [
    new HtmlPlugin({
      template: path.join(root, 'src/workbench/workbench.html'),
      filename: PAGE,
      favicon: path.join(root, 'assets/icon-32.png'),
      scriptLoading: 'blocking',
      minify: false,
      templateParameters: (_compilation, _assets, { bodyTags }) => ({
        policy: singlePolicy(bodyTags.filter(runs).map(hashOf)),
      }),
    }),
    workersFromThePage,
    everythingInThePage,
    licences(),
  ],
};
