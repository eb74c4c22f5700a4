import { ruleTester } from '../../support/rule-tester';

const { jsiiReadonly } = require('../../../scripts/eslint-rules/jsii-readonly.cjs');

const mutable = [{ messageId: 'mutable', data: { name: 'value' } }];

ruleTester().run('jsii-readonly', jsiiReadonly, {
  valid: [
    'export interface Props { readonly value: number; method(): void; readonly [name: string]: number }',
    'export class Percent { public static readonly ZERO = 0; private value = 1; #count = 0; public get double() { return 2; } }',
    'export class Percent { constructor(public readonly value: number, private other: number) {} }',
    'interface Hidden { value: number }',
  ],
  invalid: [
    { code: 'export interface Props { value: number }', errors: mutable },
    { code: 'export class Percent { public value = 1; }', errors: mutable },
    { code: 'export class Percent { public static value = 1; }', errors: mutable },
    { code: 'export class Percent { protected value = 1; }', errors: mutable },
    { code: 'export class Percent { constructor(public value: number = 1) {} }', errors: mutable },
    { code: 'export abstract class Base { public abstract value: number; }', errors: mutable },
  ],
});
