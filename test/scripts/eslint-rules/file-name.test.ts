import { ruleTester } from '../../support/rule-tester';

const { fileName } = require('../../../scripts/eslint-rules/file-name.cjs');

ruleTester().run('file-name', fileName, {
  valid: ['path-match.ts', 'percent.test.ts', 'jest.config.mjs', '0001-first.ts', 'lib/utils/percent.ts'].map(filename => ({ code: '', filename })),
  invalid: [
    { code: '', filename: 'lib/pathMatch.ts', errors: [{ messageId: 'kebab', data: { name: 'pathMatch.ts' } }] },
    { code: '', filename: 'lib/PathMatch.ts', errors: [{ messageId: 'kebab' }] },
    { code: '', filename: 'lib/_action.ts', errors: [{ messageId: 'kebab' }] },
    { code: '', filename: 'lib/path_match.ts', errors: [{ messageId: 'kebab' }] },
    { code: '', filename: 'lib/utils.ts', errors: [{ messageId: 'drawer', data: { name: 'utils.ts' } }] },
    { code: '', filename: 'test/helpers.test.ts', errors: [{ messageId: 'drawer' }] },
  ],
});
