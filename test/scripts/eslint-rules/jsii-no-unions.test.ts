import { ruleTester } from '../../support/rule-tester';

const { jsiiNoUnions } = require('../../../scripts/eslint-rules/jsii-no-unions.cjs');

const union = (text: string): object[] => [{ messageId: 'union', data: { text } }];

ruleTester({ types: true }).run('jsii-no-unions', jsiiNoUnions, {
  valid: [
    'export interface Props { readonly name?: string; readonly port: number | undefined; readonly on: boolean }',
    'enum Mode { STRICT = "STRICT", OFF = "OFF" } export interface Props { readonly mode?: Mode; readonly modes: Mode[] }',
    'export class Percent { private mode: "a" | "b" = "a"; #other: 1 | 2 = 1; }',
    'export class Percent { public static of(value: number): Percent | undefined { const mode: "a" | "b" = "a"; return undefined; } }',
    'export class Percent { /** @internal */ public _mode(mode: "a" | "b"): void {} }',
    'interface Hidden { readonly mode: "a" | "b" }',
  ].map(code => ({ code, filename: 'case.ts' })),
  invalid: [
    { code: 'export interface Props { readonly mode: "a" | "b" }', errors: union('"a" | "b"') },
    { code: 'export interface Props { readonly mode?: "a" }', errors: union('"a"') },
    { code: 'export interface Props { readonly port: string | number }', errors: union('string | number') },
    { code: 'export interface Props { readonly ports: { [name: string]: (string | number)[] } }', errors: union('string | number') },
    { code: 'type Mode = "a" | "b"; export interface Props { readonly mode: Mode }', errors: union('Mode') },
    { code: 'type Mode = "a" | "b"; export interface Props { readonly modes: readonly Mode[] }', errors: union('Mode') },
    { code: 'export interface Props { readonly host: `${string}.local` }', errors: union('`${string}.local`') },
    { code: 'export class Percent { public static of(value: string | number): void {} }', errors: union('string | number') },
    { code: 'export class Percent { public kind(): "a" | "b" { return "a"; } }', errors: union('"a" | "b"') },
    { code: 'export class Percent { public get kind(): "a" | "b" { return "a"; } }', errors: union('"a" | "b"') },
    { code: 'export class Percent { constructor(public readonly value: string | number) {} }', errors: union('string | number') },
    { code: 'export abstract class Base { public abstract kind(): 1 | 2; }', errors: union('1 | 2') },
    { code: 'export interface IPeer { config(mode?: "a" | "b"): void }', errors: union('"a" | "b"') },
  ].map(({ code, errors }) => ({ code, errors, filename: 'case.ts' })),
});
