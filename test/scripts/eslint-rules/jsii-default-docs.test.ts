import { ruleTester } from '../../support/rule-tester';

const { jsiiDefaultDocs } = require('../../../scripts/eslint-rules/jsii-default-docs.cjs');

const missing = [{ messageId: 'missing', data: { name: 'attempts' } }];

ruleTester().run('jsii-default-docs', jsiiDefaultDocs, {
  valid: [
    'export interface RetryProps { /** How often. @default 2 */ readonly attempts?: number }',
    'export interface RetryProps { /** @default - the mesh decides */ readonly attempts?: number }',
    'export interface RetryProps { readonly attempts: number }',
    'export interface Finding { readonly attempts?: number }',
    'interface RetryProps { readonly attempts?: number }',
    'export interface RetryProps { /** @internal */ readonly _attempts?: number }',
  ],
  invalid: [
    { code: 'export interface RetryProps { readonly attempts?: number }', errors: missing },
    { code: 'export interface RetryOptions { /** How often. */ readonly attempts?: number }', errors: missing },
    { code: 'export interface RetryProps { /** @default */ readonly attempts?: number }', errors: missing },
  ],
});
