import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noEnum = {
  selector: 'TSEnumDeclaration',
  message: 'Use a union of strings: it needs no import and reads the same in JSON.',
};
const noDefault = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing has one name everywhere.',
};
const noClock = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The core gives the same answer every time; let the caller hand in what is random.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now'], NewExpression[callee.name='Date']",
    message: 'The core knows no clock; take the day as an argument.',
  },
];
const outsideCore = [
  ...['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map((name) => ({
    name,
    message: 'The core knows no clock; take the day as an argument.',
  })),
  ...['process', 'Buffer', 'global', 'globalThis', 'require', 'module', '__dirname', '__filename'].map((name) => ({
    name,
    message: 'The core knows no Node.js.',
  })),
  ...['window', 'self', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'Office', 'Excel'].map(
    (name) => ({ name, message: 'The core knows no browser and no Office.' }),
  ),
  ...['console', 'fetch', 'crypto', 'alert'].map((name) => ({
    name,
    message: 'The core is pure: it returns what it has to say.',
  })),
];

export default defineConfig(
  globalIgnores(['node_modules/', 'dist/', 'out/', 'coverage/', 'fixtures/', 'schemas/', 'src/boundary/generated/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', process: 'readonly', URL: 'readonly', __dirname: 'readonly' },
    },
  },
  {
    files: ['scripts/**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['{src,test,scripts,bench}/**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Line and row numbers stand in most sentences; an object or undefined in a sentence stays an error.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `while (true)` is the plain way to say "until something inside returns".
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // `() => found.push(finding)` reads better than the same in braces.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Taking a field out of an object by naming it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-restricted-syntax': ['error', noEnum],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.d.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum, noDefault] },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...outsideCore],
      'no-restricted-syntax': ['error', noEnum, noDefault, ...noClock],
    },
  },
  {
    files: ['src/{taskpane,workbench}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.strict],
  },
  {
    files: ['src/hosts/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // A test that reads `rows[0]!` fails by itself when the row is missing; asking first would hide that.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
