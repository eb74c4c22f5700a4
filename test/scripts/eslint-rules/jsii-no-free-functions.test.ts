import { ruleTester } from '../../support/rule-tester';

const { jsiiNoFreeFunctions } = require('../../../scripts/eslint-rules/jsii-no-free-functions.cjs');

ruleTester().run('jsii-no-free-functions', jsiiNoFreeFunctions, {
  valid: [
    'function parse() {}',
    'const limit = 3;',
    'export class Percent { public static of() {} }',
    'export enum Color { RED }',
  ],
  invalid: [
    { code: 'export function parse() {}', errors: [{ messageId: 'free', data: { what: 'function', name: 'parse' } }] },
    { code: 'export const parse = () => {};', errors: [{ messageId: 'free', data: { what: 'constant', name: 'parse' } }] },
    { code: 'export const a = 1, b = 2;', errors: [{ messageId: 'free' }, { messageId: 'free' }] },
  ],
});
