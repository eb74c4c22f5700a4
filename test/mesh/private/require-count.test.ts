import { requireCount } from '../../../lib/mesh/private/require-count';

test.each([[undefined], [0], [7], [2 ** 31 - 1]])('%p passes', count => {
  expect(() => requireCount(count, 0, 'tries')).not.toThrow();
});

test.each([[-1], [0.5], [2 ** 31], [Number.NaN], [Infinity]])('%p fails', count => {
  expect(() => requireCount(count, 0, 'tries')).toThrow(new Error(`tries cannot be ${count}. Use a whole number from 0 to 2147483647.`));
});

test('fails below the least', () => {
  expect(() => requireCount(0, 1, 'tries')).toThrow(new Error('tries cannot be 0. Use a whole number from 1 to 2147483647.'));
});
