import { amountOf, isQuantity } from '../../../../lib/inspect/schema/syntax/quantity';

// What an API server 1.32 answers for these is in api-server-verdicts.json.
test('quantities are numbers with a suffix of ten, of two, or an exponent', () => {
  const fine = ['0', '1', '100m', '1.5Gi', '.5', '5.', '+1', '-0', 'k', '1e3', '1E-3', '1E', ' 1 ', '123456789012345678901234567890', '1n', '1u'];
  expect(fine.filter(text => !isQuantity(text))).toEqual([]);
  const wrong = ['', ' ', '1K', '1mi', '1e', '1 m', '1.2.3', '0x1', 'one', '1Gi5', '1e3Mi', '--1', '1kk'];
  expect(wrong.filter(isQuantity)).toEqual([]);
});

test('an amount is a number, by its suffix or exponent', () => {
  expect([1.5, '100m', '1.5Gi', ' 1k ', '1e3', '1E-3', '1E', '+1', '.5', '1Ki', '1n'].map(amountOf))
    .toEqual([1.5, 0.1, 1.5 * 1024 ** 3, 1000, 1000, 0.001, 1e18, 1, 0.5, 1024, 1e-9]);
  expect(['', 'one', true, null, undefined].map(amountOf)).toEqual(Array(5).fill(undefined));
});
