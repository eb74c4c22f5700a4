import { isObject } from '../../lib/inspect/is-object';

test('an object of JSON is neither a list nor null nor a single value', () => {
  expect([{}, { a: 1 }, [], null, undefined, 'a', 1, true].map(isObject)).toEqual([true, true, false, false, false, false, false, false]);
});
