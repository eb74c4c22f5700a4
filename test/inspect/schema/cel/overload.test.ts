import { INT, STRING, func, instance, method } from '../../../../lib/inspect/schema/cel/overload';
import { Uint } from '../../../../lib/inspect/schema/cel/values/uint';

test('an overload says how it is called and with what', () => {
  const times = (text: string, count: bigint): string => text.repeat(Number(count));
  expect(method('times', [STRING, INT], times)).toEqual({ name: 'times', method: true, params: [STRING, INT], call: times });
  expect(func('times', [STRING, INT], times).method).toBe(false);
});

test('a parameter takes the values of its type', () => {
  const uint = instance(Uint);
  expect([uint(Uint.of(1n)), uint(1n), INT(1n), INT(1), STRING('a')]).toEqual([true, false, true, false, true]);
});
