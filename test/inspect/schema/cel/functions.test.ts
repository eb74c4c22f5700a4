import { findFunction, findMethod } from '../../../../lib/inspect/schema/cel/functions';
import { outcome } from '../../../support/cel-outcome';

test('functions and methods are found by name and number of arguments', () => {
  expect([findFunction('size', 1)!(['ab']), findMethod('size', 1)!(['ab'])]).toEqual([2n, 2n]);
  expect([findFunction('size', 2), findFunction('charAt', 2), findMethod('isIP', 1), findFunction('constructor', 0)]).toEqual([
    undefined, undefined, undefined, undefined,
  ]);
});

test.each([
  ['dyn(1).charAt(1)', 'error: no such overload: charAt(int, int)'],
  ['dyn("a").substring(dyn("b"), 1)', 'error: no such overload: substring(string, string, int)'],
  ['int(dyn([1]))', 'error: no such overload: int(list)'],
  ['dyn(1).size()', 'error: no such overload: size'],
  ['dyn(1).startsWith("a")', 'error: no such overload'],
  ['matches(dyn(1), "a")', 'error: no such overload'],
])('%s names what it was given, as far as the API server does', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});
