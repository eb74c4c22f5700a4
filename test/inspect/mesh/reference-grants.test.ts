import { isGranted } from '../../../lib/inspect/mesh/reference-grants';
import { kube } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const grant = kube('ReferenceGrant lab/a', `{
  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}, {group: gateway.networking.k8s.io, kind: Gateway, namespace: edge}],
  to: [{group: "", kind: Service}, {group: "", kind: Secret, name: cert}]}`);

test.each([
  ['any Service by a route', 'HTTPRoute', 'shop', 'Service lab/orders', true],
  ['the Secret by a Gateway', 'Gateway', 'edge', 'Secret lab/cert', true],
  ['no other Secret', 'Gateway', 'edge', 'Secret lab/other', false],
  ['no other namespace', 'Gateway', 'shop', 'Secret lab/cert', false],
  ['its own namespace by all', 'Gateway', 'lab', 'Secret lab/other', true],
])('a grant lets use %s', (...[, from, namespace, to, isLet]) => {
  const [kind, place] = to.split(' ');
  const [theirs, name] = place.split('/');
  expect(isGranted(objectSet(grant), { kind: from, namespace }, { kind, namespace: theirs, name })).toBe(isLet);
});
