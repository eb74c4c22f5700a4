import type { Expression } from '../../../../../lib/inspect/schema/cel/grammar/expression';
import { parse } from '../../../../../lib/inspect/schema/cel/grammar/parse';
import { RuleError } from '../../../../../lib/inspect/schema/cel/grammar/rule-error';

/** The tree with every pair of brackets that it implies. */
function shown(tree: Expression): string {
  return (SHOWN[tree.kind] as (tree: Expression) => string)(tree);
}

type Node<K extends Expression['kind']> = Extract<Expression, { readonly kind: K }>;

const SHOWN: { readonly [K in Expression['kind']]: (node: Node<K>) => string } = {
  binary: ({ left, sign, right }) => `(${shown(left)} ${sign} ${shown(right)})`,
  call: ({ name, args }) => `${name}(${args.map(shown).join(', ')})`,
  conditional: ({ condition, yes, no }) => `(${shown(condition)} ? ${shown(yes)} : ${shown(no)})`,
  field: ({ target, optional, field }) => `${shown(target)}.${mark(optional)}${field}`,
  index: ({ target, optional, key }) => `${shown(target)}[${mark(optional)}${shown(key)}]`,
  list: ({ items }) => `[${items.map(({ optional, value }) => mark(optional) + shown(value)).join(', ')}]`,
  literal: ({ value }) => typeof value === 'string' ? JSON.stringify(value) : String(value),
  logical: ({ sign, operands }) => `(${operands.map(shown).join(` ${sign} `)})`,
  map: ({ entries }) => `{${entries.map(({ optional, key, value }) => `${mark(optional)}${shown(key)}: ${shown(value)}`).join(', ')}}`,
  method: ({ target, name, args }) => `${shown(target)}.${name}(${args.map(shown).join(', ')})`,
  name: ({ name }) => name,
  unary: ({ sign, operand }) => `(${sign}${shown(operand)})`,
};

function mark(optional: boolean): string {
  return optional ? '?' : '';
}

test.each([
  ['a || b && c', '(a || (b && c))'],
  ['a || b || c', '(a || b || c)'],
  ['a && (b && c) && d', '(a && (b && c) && d)'],
  ['a && b == c', '(a && (b == c))'],
  ['a < b + c * d', '(a < (b + (c * d)))'],
  ['a - b - c', '((a - b) - c)'],
  ['a / b * c % d', '(((a / b) * c) % d)'],
  ['(a - b) * c', '((a - b) * c)'],
  ['a == b != c in d', '(((a == b) != c) in d)'],
  ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
  ['a || b ? c : d', '((a || b) ? c : d)'],
  ['!a.b', '(!a.b)'],
  ['!!a', 'a'],
  ['!!!a', '(!a)'],
  ['-a', '(-a)'],
  ['- 1', '-1'],
  ['--1', '1'],
  ['---1', '(-1)'],
  ['-1.5', '-1.5'],
  ['a-1', '(a - 1)'],
])('%s is %s', (text, expected) => {
  expect(shown(parse(text))).toBe(expected);
});

test.each([
  ['a.b.?c[d][?e]', 'a.b.?c[d][?e]'],
  ['a.b(c, d).e', 'a.b(c, d).e'],
  ['f(a, b,)', 'f(a, b)'],
  ['[]', '[]'],
  ['[a, ?b,]', '[a, ?b]'],
  ['{}', '{}'],
  ['{a: 1, ?"b": c}', '{a: 1, ?"b": c}'],
  ['true', 'true'],
  ['null', 'null'],
  ['"a" == \'b\'', '("a" == "b")'],
  ['a.in_use', 'a.in_use'],
])('%s has these parts: %s', (text, expected) => {
  expect(shown(parse(text))).toBe(expected);
});

test.each([
  ['', '<EOF>'],
  ['a b', 'b'],
  ['a ==', '<EOF>'],
  ['(a', '<EOF>'],
  ['[a b]', 'b'],
  ['{a}', '}'],
  ['a ? b', '<EOF>'],
  ['a.1', '.1'],
  ['a.in', 'in'],
  ['in', 'in'],
  ['[,]', ','],
  ['a.?b(c)', '('],
  ['!-a', '-'],
  ['-!a', '!'],
])('fails on %j at %j', (text, word) => {
  expect(() => parse(text)).toThrow(new RuleError(`Syntax error: unexpected '${word}'`));
});

test.each<[string, (depth: number) => string, number]>([
  ['brackets', depth => `${'('.repeat(depth)}a${')'.repeat(depth)}`, 249],
  ['lists', depth => `${'['.repeat(depth)}${']'.repeat(depth)}`, 250],
  ['calls', depth => `${'f('.repeat(depth)}a${')'.repeat(depth)}`, 249],
  ['keys', depth => `${'a['.repeat(depth)}a${']'.repeat(depth)}`, 249],
  ['conditions', depth => `${'a ? b : '.repeat(depth)}c`, 249],
])('%s may stand in each other only as deep as on the API server', (_, nested, deepest) => {
  const error = new RuleError('expression recursion limit exceeded: 250');
  expect(() => parse(nested(deepest))).not.toThrow();
  expect(() => parse(nested(deepest + 1))).toThrow(error);
  expect(() => parse(nested(20_000))).toThrow(error);
});

test('brackets beside each other are not deep', () => {
  expect(parse(Array(1000).fill('(a)').join(' && '))).toMatchObject({ kind: 'logical', operands: Array(1000).fill({ kind: 'name', name: 'a' }) });
});

test.each([
  ['conditions', `a${' && a'.repeat(20_000)}`],
  ['alternatives', `a${' || a'.repeat(20_000)}`],
  ['negations', `${'!'.repeat(20_000)}a`],
  ['minus signs', `${'-'.repeat(20_000)}a`],
  ['fields', `a${'.a'.repeat(20_000)}`],
  ['keys', `a${'[a]'.repeat(20_000)}`],
  ['terms', `a${' + a'.repeat(20_000)}`],
])('a row of many %s is read', (_, text) => {
  expect(() => parse(text)).not.toThrow();
});
