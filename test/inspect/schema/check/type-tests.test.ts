import { typeTests } from '../../../../lib/inspect/schema/check/type-tests';

const VALUES = [{}, [], 'a', 1, 1.5, true, null];
const tests = typeTests(value => value === 1.5);

test.each([
  ['o', [{}]],
  ['a', [[]]],
  ['s', ['a']],
  ['n', [1, 1.5]],
  ['b', [true]],
  ['q', ['a', 1, 1.5]],
] as const)('the type %s takes its values alone', (type, taken) => {
  expect(VALUES.filter(value => tests[type](value))).toEqual(taken);
});

test('what an integer is, the caller says', () => {
  expect([VALUES.filter(tests.i), VALUES.filter(tests.x)]).toEqual([[1.5], ['a', 1.5]]);
});
