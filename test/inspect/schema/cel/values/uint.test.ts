import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { Uint } from '../../../../../lib/inspect/schema/cel/values/uint';

test('an unsigned integer has 64 bits and no sign', () => {
  expect(Uint.of(2n ** 64n - 1n).value).toBe(2n ** 64n - 1n);
  expect(() => Uint.of(2n ** 64n)).toThrow(new CelError('unsigned integer overflow'));
  expect(() => Uint.of(-1n)).toThrow(new CelError('unsigned integer overflow'));
});

test('two are equal when their values are', () => {
  expect([Uint.of(1n), Uint.of(2n), '1'].map(other => Uint.of(1n).equals(other))).toEqual([true, false, false]);
});
