import { isPlain } from '../../../scripts/compare-cel-engines/plain-rules';

test.each([
  'self == 1',
  'self.all(x, x in ([1, 2]) && size(x) > 0)',
  'self.?app.optMap(a, a.size()).orValue(0) == 3',
  'timestamp(self).getHours("charAt(") == 13',
])('%s is plain CEL', rule => {
  expect(isPlain(rule, { schema: 'text' })).toBe(true);
});

test.each([
  'self.charAt(0) == "a"',
  'quantity(self).isGreaterThan(quantity("1"))',
  'sets.contains(self, ["a"])',
])('%s needs what Kubernetes adds', rule => {
  expect(isPlain(rule, { schema: 'text' })).toBe(false);
});

test('so does every rule about a list that Kubernetes compares as a set, or by its keys', () => {
  expect(['texts', 'set', 'keyed'].map(schema => isPlain('self == self', { schema }))).toEqual([true, false, false]);
});
