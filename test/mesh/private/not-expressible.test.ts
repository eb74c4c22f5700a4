import { notExpressible } from '../../../lib/mesh/private/not-expressible';

test('says where, what, for which mesh, and what comes nearest', () => {
  expect(notExpressible({ place: 'edge', feature: 'a gateway', mesh: 'Linkerd', nearest: 'Use an ingress.' })).toEqual(
    new Error('edge: a gateway cannot be rendered for Linkerd. Use an ingress.'),
  );
});
