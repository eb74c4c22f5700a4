import { compileExpression } from '../../../../lib/inspect/schema/cel/compile-expression';
import { Scope } from '../../../../lib/inspect/schema/cel/scope';
import { outcome } from '../../../support/cel-outcome';

test('variables stand in the frame in the order of the scope', () => {
  expect(compileExpression('a + b', Scope.root('a', 'b'))(['x', 'y'])).toBe('xy');
});

test('what is constant is computed once', () => {
  const evaluate = compileExpression('[1, 2]', Scope.root());
  expect(evaluate([])).toBe(evaluate([]));
});

test('what depends on a variable is computed each time', () => {
  const evaluate = compileExpression('a + "!"', Scope.root('a'));
  expect([evaluate(['x']), evaluate(['y'])]).toEqual(['x!', 'y!']);
});

test.each([
  ['1 / 0 == 1 || true', true],
  ['true || 1 / 0 == 1', true],
  ['1 / 0 == 1 && false', false],
  ['1 / 0 == 1 || false', 'error: division by zero'],
  ['1 / 0 == 1 && 1 % 0 == 1', 'error: division by zero'],
  ['dyn("a") && true', 'error: no such overload'],
  ['dyn("a") || true', true],
  ['true ? 1 : 1 / 0', 1n],
  ['dyn(1) ? 1 : 2', 'error: no such overload'],
  ['!dyn(1)', 'error: no such overload'],
])('%s evaluates no more than it needs', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['[1, ?optional.of(2), ?optional.none()]', [1n, 2n]],
  ['{"a": 1, ?"b": optional.none(), ?"c": optional.of(3)}', [['a', 1n], ['c', 3n]]],
  ['[?dyn(1)]', 'error: cannot initialize optional list element from non-optional value 1'],
  ['{1: "a", 1: "b"}', [[1n, 'b']]],
])('%s leaves out optional parts that are not there', (expression, expected) => {
  expect(outcome(expression)).toEqual(expected);
});

test.each([
  ['type(timestamp(0)) == google.protobuf.Timestamp', true],
  ['type(1) == int && int(1.5) == 1', true],
  ['[1].all(int, int == 1)', true],
  ['sets.contains([1], [1])', true],
])('%s knows functions and types by names with dots', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['nobody == 1', 'no rule: undeclared reference to \'nobody\''],
  ['nobody()', 'no rule: undeclared reference to \'nobody\''],
  ['"a".nobody()', 'no rule: undeclared reference to \'nobody\''],
  ['"a".charAt()', 'no rule: undeclared reference to \'charAt\''],
  ['google.protobuf.Any', 'no rule: undeclared reference to \'google\''],
  ['has("a")', 'no rule: invalid argument to has() macro'],
  ['1 +', 'no rule: Syntax error: unexpected \'<EOF>\''],
])('fails on %s', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['conditions', Array(20_000).fill('true').join(' && '), true],
  ['alternatives', Array(20_000).fill('false').join(' || '), false],
  ['negations', `${'!'.repeat(20_001)}true`, false],
])('a long row of %s has a value', (_, expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

const row = (first: string, link: string, times: number): string => first + link.repeat(times);

test.each([
  ['sums', row('1', ' + 1', 250), 251n, row('1', ' + 1', 251)],
  ['comparisons', row('true', ' == true', 250), true, row('true', ' == true', 251)],
  ['methods', row('"a"', '.trim()', 250), 'a', row('"a"', '.trim()', 251)],
  ['fields', row('dyn({})', '.a', 250), 'error: no such key: a', row('dyn({})', '.a', 20_000)],
  ['keys', row('dyn([])', '[0]', 250), 'error: index out of bounds: 0', row('dyn([])', '[0]', 20_000)],
  ['conditions', `${row('', 'true ? 1 : ', 249)}2`, 1n, `1${row(' + 1', ' + (true ? 1 : 2)', 250)}`],
])('%s may stand in each other only as deep as on the API server', (_, deepest, expected, deeper) => {
  expect([outcome(deepest), outcome(deeper)]).toEqual([expected, 'no rule: max recursion depth exceeded']);
});

test('whatever the parser lets through, the stack is deep enough for it', () => {
  const nested = `${'[false || !!(true && ['.repeat(83)}true${'][0])][0]'.repeat(83)}`;
  expect(outcome(nested + ' == true'.repeat(84))).toBe(true);
  expect(outcome(nested + ' == true'.repeat(85))).toBe('no rule: max recursion depth exceeded');
});
