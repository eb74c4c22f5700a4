import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { Optional } from '../../../../../lib/inspect/schema/cel/values/optional';

test('an optional value has one or none', () => {
  expect([Optional.of(1n).value, Optional.of(null).value, Optional.of(undefined)]).toEqual([1n, null, Optional.NONE]);
});

test('fails to give the value that is not there', () => {
  expect(() => Optional.NONE.value).toThrow(new CelError('optional.none() dereference'));
});

test('two are equal when both have none, or equal ones', () => {
  expect([Optional.of(1), Optional.of(2n), Optional.NONE, 1n].map(other => Optional.of(1n).equals(other))).toEqual([true, false, false, false]);
  expect([Optional.NONE, Optional.of(null), null].map(other => Optional.NONE.equals(other))).toEqual([true, false, false]);
});
