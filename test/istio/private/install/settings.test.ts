import { agreed, joined, tidied, unlessNone } from '../../../../lib/istio/private/install/settings';

test('two are joined by name, and lists of what has names as if they were maps, in one order', () => {
  const one = { a: { b: 1 }, providers: [{ name: 'z' }], list: undefined };
  const other = { a: { c: 2 }, providers: [{ name: 'b' }], list: [1] };
  const both = { a: { b: 1, c: 2 }, providers: [{ name: 'b' }, { name: 'z' }], list: [1] };
  expect(joined(one, other, 'place')).toEqual(both);
  expect(joined(other, one, 'place')).toEqual(both);
});

test.each([
  [{ a: { b: 1 } }, { a: { b: 1 } }, 'a.b'],
  [{ a: [1] }, { a: [2] }, 'a'],
  [{ a: { b: 1 } }, { a: 2 }, 'a'],
  [{ a: [{ name: 'x' }] }, { a: [{ name: 'x' }] }, 'a "x"'],
])('joining %j with %j fails on %s, which was said before', (one, other, path) => {
  expect(() => joined(one, other, 'platform')).toThrow(new Error(`platform: ${path} is already set. Set it once, with all its options.`));
});

test('what is agreed on may be said again, and nothing else', () => {
  expect(agreed({ global: { a: 1 } }, { global: { a: 1, b: [2] } }, 'platform')).toEqual({ global: { a: 1, b: [2] } });
  expect(() => agreed({ global: { a: 1 } }, { global: { a: '1' } }, 'platform')).toThrow(
    new Error('platform: global.a is 1 for one chart and "1" for another, but istioctl has only one for all. Use the same for both.'),
  );
});

test('what is not said falls away with all around it, an empty object that was said stays, and names are in order', () => {
  const tidy = tidied({ z: { y: { x: undefined } }, tracing: {}, b: 0, a: { d: false, c: '' } });
  expect(JSON.stringify(tidy)).toBe('{"a":{"c":"","d":false},"b":0,"tracing":{}}');
  expect([unlessNone({}), unlessNone({ a: 0 })]).toEqual([undefined, { a: 0 }]);
});
