import { doubleText, plainDoubleText, withExponent } from '../../../../../lib/inspect/schema/cel/values/double-text';

test.each([
  [0, '0'], [-0, '-0'], [1.5, '1.5'], [-2, '-2'], [0.1 + 0.2, '0.30000000000000004'], [999999, '999999'], [1e6, '1e+06'], [1234567.5, '1.2345675e+06'],
  [0.0001, '0.0001'], [0.00001, '1e-05'], [1.5e300, '1.5e+300'], [-5e-324, '-5e-324'], [NaN, 'NaN'], [Infinity, '+Inf'], [-Infinity, '-Inf'],
])('%p as string() writes it is %s', (value, text) => {
  expect(doubleText(value)).toBe(text);
});

test.each([
  [1e21, '1000000000000000000000'], [1.5e21, '1500000000000000000000'], [1e-7, '0.0000001'], [-1.25e-7, '-0.000000125'], [1e6, '1000000'],
  [-0, '-0'], [NaN, 'NaN'], [Infinity, '+Inf'],
])('%p without an exponent is %s', (value, text) => {
  expect(plainDoubleText(value)).toBe(text);
});

test('an exponent has a sign and two digits', () => {
  expect([withExponent('1.5', 7), withExponent('1', -123)]).toEqual(['1.5e+07', '1e-123']);
});
