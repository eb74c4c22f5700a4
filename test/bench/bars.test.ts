import { Bar, holds, table } from '../../bench/bars';

const fast: Bar = { name: 'against the floor', value: 1.5, limit: 2, unit: 'x' };

test('a bar holds up to its limit, or from its limit on', () => {
  expect([1.9, 2, 2.1].map(value => holds({ ...fast, value }))).toEqual([true, true, false]);
  expect([1.9, 2, 2.1].map(value => holds({ ...fast, value, atLeast: true }))).toEqual([false, true, true]);
});

test('a figure that could not be measured holds nothing', () => {
  expect([holds({ ...fast, value: NaN }), holds({ ...fast, value: NaN, atLeast: true })]).toEqual([false, false]);
});

test('a figure of which nothing is promised misses nothing, and the table says so', () => {
  const told: Bar = { name: 'to disk', value: 4.3, unit: 'x' };
  expect(holds(told)).toBe(true);
  expect(table([told])).toBe('to disk     4.30 x    no bar');
});

test('the table says which bars hold', () => {
  const memory: Bar = { name: 'memory', value: 1200.4, limit: 1024, unit: 'MiB' };
  expect(table([fast, { ...fast, name: 'against stock', atLeast: true }, memory]).split('\n')).toEqual([
    'against the floor     1.50 x    at most 2 x      holds',
    'against stock         1.50 x    at least 2 x     MISSED',
    'memory                1200 MiB  at most 1024 MiB MISSED',
  ]);
});
