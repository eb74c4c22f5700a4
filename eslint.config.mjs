// The house rules that a machine can check. Own rules live in scripts/eslint-rules/, each with a test in test/scripts/eslint-rules/.
import stylistic from '@stylistic/eslint-plugin';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { house } from './scripts/eslint-rules/index.cjs';
import { layerRules } from './scripts/eslint-rules/layers.cjs';
import { publicFiles } from './scripts/eslint-rules/public-files.cjs';

/** Files that may be longer than 400 lines, because they are tables; each with its reason. */
const longTables = [];

const code = ['**/*.ts', '**/*.mjs', '**/*.cjs'];

const style = {
  files: code,
  plugins: { '@stylistic': stylistic },
  rules: {
    ...stylistic.configs.customize({ indent: 2, quotes: 'single', semi: true, commaDangle: 'always-multiline', braceStyle: '1tbs' }).rules,
    '@stylistic/arrow-parens': ['error', 'as-needed'],
    '@stylistic/brace-style': ['error', '1tbs', { allowSingleLine: true }],
    '@stylistic/list-style': 'off',
    '@stylistic/max-len': ['error', { code: 150, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
    '@stylistic/max-statements-per-line': ['error', { max: 2 }],
    '@stylistic/multiline-ternary': 'off',
    '@stylistic/quotes': ['error', 'single', { avoidEscape: true }],
    'curly': ['error', 'all'],
  },
};

const size = {
  files: code,
  ignores: longTables,
  plugins: { house },
  rules: {
    'complexity': ['error', 10],
    'house/file-name': 'error',
    'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    'max-params': ['error', 4],
  },
};

const modules = {
  files: code,
  plugins: { 'import-x': importX },
  settings: {
    'import-x/extensions': ['.ts', '.mjs', '.cjs', '.js'],
    'import-x/ignore': ['/imports/', '/node_modules/'],
    'import-x/resolver-next': [createTypeScriptImportResolver()],
  },
  rules: {
    'import-x/first': 'error',
    'import-x/newline-after-import': 'error',
    'import-x/no-cycle': 'error',
    'import-x/no-default-export': 'error',
    'import-x/no-duplicates': 'error',
    'import-x/no-extraneous-dependencies': 'error',
    'import-x/no-mutable-exports': 'error',
    'import-x/no-self-import': 'error',
    'import-x/no-useless-path-segments': 'error',
    'import-x/order': ['error', {
      'groups': ['builtin', 'external', 'internal', 'parent', 'sibling', 'index'],
      'alphabetize': { order: 'asc', caseInsensitive: true },
      'newlines-between': 'ignore',
    }],
    'no-restricted-syntax': ['error', {
      selector: 'ExportAllDeclaration[exported=null]',
      message: '`export *` hides what is public: list the names',
    }],
  },
};

const pitfalls = {
  files: code,
  rules: {
    'eqeqeq': ['error', 'always'],
    'no-constant-condition': 'error',
    'no-else-return': 'error',
    'no-throw-literal': 'error',
    'no-unneeded-ternary': 'error',
    'no-useless-rename': 'error',
    'no-var': 'error',
    'object-shorthand': 'error',
    'prefer-const': 'error',
    'prefer-template': 'error',
  },
};

const typescript = {
  files: ['**/*.ts'],
  languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  plugins: { '@typescript-eslint': tseslint.plugin },
  rules: {
    '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
    '@typescript-eslint/member-ordering': ['error', {
      default: ['public-static-field', 'static-field', 'static-method', 'field', 'constructor', ['get', 'set', 'method']],
    }],
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/no-shadow': 'error',
    '@typescript-eslint/no-unnecessary-type-assertion': 'error',
    '@typescript-eslint/prefer-readonly': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // Zero is a value: a number is compared, never tested for truth.
    '@typescript-eslint/strict-boolean-expressions': ['error', {
      allowNumber: false,
      allowNullableNumber: false,
      allowAny: true,
      allowNullableBoolean: true,
      allowNullableEnum: true,
      allowNullableString: true,
    }],
  },
};

const library = {
  files: ['lib/**/*.ts'],
  rules: {
    '@typescript-eslint/explicit-member-accessibility': ['error', { overrides: { constructors: 'no-public' } }],
    '@typescript-eslint/explicit-module-boundary-types': ['error', { allowArgumentsExplicitlyTypedAsAny: true }],
    'no-console': 'error',
  },
};

const tests = {
  files: ['test/**/*.ts'],
  rules: {
    '@typescript-eslint/no-explicit-any': 'off',
    'no-restricted-properties': ['error', ...['describe', 'test'].flatMap(object => [
      { object, property: 'only', message: 'the other tests would not run' },
      { object, property: 'todo', message: 'write the test, or leave it out' },
    ])],
    'no-restricted-globals': ['error', ...['it', 'fit', 'xit', 'xtest', 'fdescribe', 'xdescribe'].map(name => (
      { name, message: 'use `test` and `describe`' }
    ))],
  },
};

/** What shows how the library is used imports only what users can import. */
const showcase = {
  files: ['main.ts', 'examples/**/*.ts'],
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ regex: '/lib/.', message: 'import from lib/index.ts, as users import from cdk8s-mesh' }] }],
  },
};

/** Rules for what lib/index.ts exports; they know pitfalls that jsii compiles without a word. */
const publicSurface = {
  files: publicFiles(import.meta.dirname, 'lib/index.ts'),
  plugins: { house },
  rules: {
    'house/jsii-default-docs': 'error',
    'house/jsii-no-free-functions': 'error',
    'house/jsii-no-unions': 'error',
    'house/jsii-readonly': 'error',
    'house/jsii-reserved-names': ['error', { allow: ['namespace'] }],
  },
};

export default [
  { ignores: ['build/', 'coverage/', 'dist/', 'imports/', 'pack/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  style,
  size,
  modules,
  pitfalls,
  typescript,
  library,
  tests,
  showcase,
  ...layerRules(),
  ...(publicSurface.files.length > 0 ? [publicSurface] : []),
  { files: ['*.config.mjs'], rules: { 'import-x/no-default-export': 'off' } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
];
