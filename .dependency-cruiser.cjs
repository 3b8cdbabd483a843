// Who may import whom. One rule per layer; `comment` is its reason. `$1` is what the brackets in `from` caught.
const CORE = '^src/core/';

/** What a layer may import; all else, npm packages and Node.js included, is refused. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});
const npm = (...packages) => packages.map((name) => `^node_modules/(@types/)?${name}/`);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      'kernel-stands-alone',
      `${CORE}kernel/`,
      [`${CORE}kernel/`],
      'The kernel is the words that everything else is said in.',
    ),
    only(
      'language-knows-kernel',
      `${CORE}language/`,
      [`${CORE}(kernel|language)/`],
      'How records and rules are said depends on no record and no rule.',
    ),
    only(
      'records-know-no-engine',
      `${CORE}records/`,
      [`${CORE}(kernel|language|records)/`],
      'A record type is a table; the engine reads tables, tables read no engine.',
    ),
    {
      name: 'record-knows-no-record',
      comment: 'A record type knows no other; what several share stands in a file of its own beside them.',
      severity: 'error',
      from: { path: `${CORE}records/(b2b|b2ba|b2b-dn|b2b-dna|b2b-cn|b2b-cna|eco|ecoa)\\.ts$` },
      to: { path: `${CORE}records/(b2b|b2ba|b2b-dn|b2b-dna|b2b-cn|b2b-cna|eco|ecoa)\\.ts$` },
    },
    only(
      'engine-knows-no-record',
      `${CORE}engine/`,
      [`${CORE}(kernel|language|engine)/`],
      'The engine works on any record type, so it may not know one.',
    ),
    only(
      'reconcile-knows-documents',
      `${CORE}reconcile/`,
      [`${CORE}(kernel|reconcile)/`],
      'Matching compares documents, not portal records.',
    ),
    only(
      'effect-stands-on-kernel',
      `${CORE}effect/`,
      [`${CORE}(kernel|effect)/`],
      'What an action does to a return follows from amounts and answers alone.',
    ),
    only(
      'port-knows-no-task',
      `${CORE}(workbook|look|sheet-rules|book-view)\\.ts$`,
      [`${CORE}(kernel|language)/`, `${CORE}(workbook|look|sheet-rules|book-view)\\.ts$`],
      'A host owes the port this and no more.',
    ),
    only(
      'save-page-stands-alone',
      '^src/save-page/',
      ['^src/save-page/', `${CORE}kernel/`, '^src/boundary/gzip-text\\.ts$'],
      'The page that saves a file opens outside Excel and should be seen through at a glance.',
    ),
    only('tasks-stay-in-core', `${CORE}tasks/`, [CORE], 'Tasks are where the core meets itself, and only itself.'),
    only(
      'core-is-pure',
      CORE,
      [CORE],
      'The core runs in Excel, in a browser and in Node.js alike: no package, no host.',
    ),
    only(
      'boundary-meets-strangers',
      '^src/boundary/',
      [
        '^src/boundary/',
        `${CORE}(kernel|language|records|engine|reconcile)/`,
        ...npm('ajv', 'zod', 'papaparse', 'jsonc-parser', '@e965/xlsx'),
      ],
      "Strangers' data is read here and nowhere else, by these packages, and turned into the forms of the engine and of the comparison; a task or a host has no say in it.",
    ),
    only(
      'host-knows-port',
      '^src/hosts/([^/]+)/',
      [
        '^src/hosts/$1/',
        `${CORE}(kernel|language)/`,
        `${CORE}(workbook|look|sheet-rules|book-view)\\.ts$`,
        ...npm('office-js', 'hucre', 'fflate', '@zip\\.js/zip\\.js', '@univerjs/[^/]+'),
      ],
      'A host gives a Workbook: it knows no rule, no task and no other host.',
    ),
    {
      name: 'xlsx-packages-in-xlsx',
      comment: 'The packages that read and write .xlsx can be replaced, as one host alone knows them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/hosts/xlsx/' },
      to: { path: npm('hucre', 'fflate', '@zip\\.js/zip\\.js') },
    },
    {
      name: 'univer-in-workbench',
      comment: 'The grid can be replaced, as one host alone knows it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/hosts/workbench/' },
      to: { path: npm('@univerjs/[^/]+') },
    },
    {
      name: 'cli-puts-together',
      comment: 'The command line puts the parts together; it alone knows Node.js, and no package but commander.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: {
        pathNot: ['^src/(cli|core|boundary|hosts)/', '^package\\.json$', ...npm('commander')],
        dependencyTypesNot: ['core'],
      },
    },
    only(
      'pane-knows-no-host',
      '^src/(taskpane|commands)/',
      [
        '^src/(taskpane|commands)/',
        '^src/(core|boundary|save-page)/',
        '^src/hosts/(excel/|xlsx/read-raw-sheets\\.ts$)',
        ...npm('react', 'react-dom', '@fluentui/react-components', '@fluentui/react-icons', 'comlink', 'office-js'),
      ],
      'The pane shows what the core says; it knows no Node.js and no package but those of its looks.',
    ),
    only(
      'workbench-puts-together',
      '^src/workbench/',
      [
        '^src/(workbench|taskpane|core|boundary|save-page)/',
        '^src/hosts/(workbench|xlsx)/',
        '^fixtures/',
        ...npm('react', 'react-dom', '@fluentui/react-components', '@fluentui/react-icons', 'comlink', 'idb'),
      ],
      'The page puts the pane, the grid and the files together; it has no second copy of any of them.',
    ),
    {
      name: 'react-in-pane',
      comment: 'What the core and the hosts do must run where nobody looks.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(taskpane|commands|workbench)/' },
      to: { path: npm('react', 'react-dom', '@fluentui/[^/]+') },
    },
    {
      name: 'host-is-an-argument',
      comment: 'A command or a pane is handed its workbook; only these entry files choose the host.',
      severity: 'error',
      from: {
        path: '^src/',
        // The workbench is the program around its grid and its files.
        pathNot: [
          '^src/hosts/',
          '^src/cli/(main|open-[^/]+)\\.ts$',
          '^src/taskpane/(index\\.tsx|desk/sheet-readers\\.ts)$',
          '^src/workbench/',
        ],
      },
      to: { path: '^src/hosts/' },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'A file that nobody imports and that imports nobody is left over.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'What cannot be found cannot be guarded.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-empty-words',
      comment: 'A file named after nothing collects everything; name it after what it does.',
      severity: 'error',
      from: {},
      to: {
        path: '[/-](utils?|helpers?|managers?|services?|handlers?|processors?|common|misc|data|info)[-./]',
        pathNot: '^node_modules/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count too: a layer that needs another layer's type knows that layer.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json'],
    },
  },
};
