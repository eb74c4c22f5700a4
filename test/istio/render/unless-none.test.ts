import { unlessNone } from '../../../lib/istio/render/unless-none';

test('a list with something in it is a list of its own, and any other is absent', () => {
  const list = ['a'];

  expect(unlessNone(list)).toEqual(['a']);
  expect(unlessNone(list)).not.toBe(list);
  expect([unlessNone([]), unlessNone(undefined)]).toEqual([undefined, undefined]);
});
