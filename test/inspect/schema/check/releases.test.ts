import { isLater } from '../../../../lib/inspect/schema/check/releases';

test('releases are compared by number', () => {
  expect(isLater('1.31', '1.9')).toBe(true);
  expect(isLater('1.9', '1.31')).toBe(false);
  expect(isLater('1.30', '1.30')).toBe(false);
  expect(isLater('2.0', '1.31')).toBe(true);
  expect(isLater('1.31', '2.0')).toBe(false);
});
