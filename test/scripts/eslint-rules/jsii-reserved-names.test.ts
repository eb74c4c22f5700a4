import { ruleTester } from '../../support/rule-tester';

const { jsiiReservedNames } = require('../../../scripts/eslint-rules/jsii-reserved-names.cjs');

const reserved = (name: string, languages: string): object[] => [{ messageId: 'reserved', data: { name, languages } }];

ruleTester().run('jsii-reserved-names', jsiiReservedNames, {
  valid: [
    'export interface Props { readonly hostname: string }',
    { code: 'export interface Props { readonly namespace: string }', options: [{ allow: ['namespace'] }] },
    'export class Percent { private default = 1; }',
    'interface Hidden { readonly default: number }',
  ],
  invalid: [
    { code: 'export interface Props { readonly namespace: string }', errors: reserved('namespace', 'C#') },
    { code: 'export interface Props { readonly range: number }', options: [{ allow: ['namespace'] }], errors: reserved('range', 'Go') },
    { code: 'export class Percent { public static from(): void {} }', errors: reserved('from', 'Python') },
    { code: 'export class Percent { public static of(range: number): void {} }', errors: reserved('range', 'Go') },
    { code: 'export class Percent { public static of(range = 1): void {} }', errors: reserved('range', 'Go') },
    { code: 'export class Percent { public static of(...range: number[]): void {} }', errors: reserved('range', 'Go') },
    { code: 'export interface IPeer { config(range: number): void }', errors: reserved('range', 'Go') },
  ],
});
