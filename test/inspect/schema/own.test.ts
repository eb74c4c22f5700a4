import { own } from '../../../lib/inspect/schema/own';

test('a record knows its own keys only', () => {
  expect(own({ a: 1 }, 'a')).toBe(1);
  expect(own({ a: 1 }, 'toString')).toBeUndefined();
  expect(own(JSON.parse('{"__proto__": 2}') as Record<string, number>, '__proto__')).toBe(2);
  expect(own(undefined, 'a')).toBeUndefined();
});
