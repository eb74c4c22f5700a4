import { isQuantity, thousandthsOf } from '../../../../lib/inspect/schema/syntax/quantity';

// What an API server 1.32 answers for these is in api-server-verdicts.json.
test('quantities are numbers with a suffix of ten, of two, or an exponent', () => {
  const fine = ['0', '1', '100m', '1.5Gi', '.5', '5.', '+1', '-0', 'k', '1e3', '1E-3', '1E', ' 1 ', '123456789012345678901234567890', '1n', '1u'];
  expect(fine.filter(text => !isQuantity(text))).toEqual([]);
  const wrong = ['', ' ', '1K', '1mi', '1e', '1 m', '1.2.3', '0x1', 'one', '1Gi5', '1e3Mi', '--1', '1kk'];
  expect(wrong.filter(isQuantity)).toEqual([]);
});

test('an amount has thousandths, by its suffix or exponent', () => {
  expect([1.5, 1e21, null, '100m', '1.5Gi', ' 1k ', '1e3', '1E-3', '1E', '+1', '-.5', '5.', '.', '1Ki'].map(thousandthsOf))
    .toEqual([1500n, 10n ** 24n, undefined, 100n, 1536n * 1024n ** 2n * 1000n, 10n ** 6n, 10n ** 6n, 1n, 10n ** 21n, 1000n, -500n, 5000n, 0n,
      1024000n]);
  expect(['', 'one', true, null, undefined].map(thousandthsOf)).toEqual(Array(5).fill(undefined));
});

test('a part of a thousandth is a whole one', () => {
  expect(['0.0001', '1n', '1u', '-1u', '1.0000000001', '1e-999999999', '0e-999999999'].map(thousandthsOf)).toEqual([1n, 1n, 1n, -1n, 1001n, 1n, 0n]);
});

test('amounts are exact, up to the largest of 64 bits in units of two', () => {
  expect(['9223372036854775808', '4294967297', '0.1'].map(thousandthsOf)).toEqual([9223372036854775808000n, 4294967297000n, 100n]);
  expect(thousandthsOf('8Ei')).toBe(thousandthsOf('9Ei'));
  expect(thousandthsOf('8E')).not.toBe(thousandthsOf('9E'));
  expect(thousandthsOf('1e999999999')).toBe(10n ** 100n);
});
