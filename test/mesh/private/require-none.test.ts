import { requireNone } from '../../../lib/mesh/private/require-none';

test('fails on the first thing that says nothing', () => {
  expect(() => requireNone({ listener: undefined }, 'shop/edge: nobody listens', 'listen')).not.toThrow();
  expect(() => requireNone({ listener: undefined, port: 0, name: 'x' }, 'shop/edge: nobody listens', 'listen'))
    .toThrow(new Error('shop/edge: nobody listens, so port has no effect. Leave it out, or listen.'));
});
