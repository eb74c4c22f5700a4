import { groupRepair, isGranted } from '../../../lib/inspect/mesh/reference-grants';
import { kube } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const grant = kube('ReferenceGrant lab/a', `{
  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}, {group: gateway.networking.k8s.io, kind: Gateway, namespace: edge},
    {group: networking.istio.io, kind: Gateway, namespace: istio}],
  to: [{group: "", kind: Service}, {group: "", kind: Secret, name: cert}, {group: core, kind: ConfigMap}, {group: "", kind: Secret, name: "*"}]}`);

test.each([
  ['any Service by a route', 'HTTPRoute', 'shop', 'Service lab/orders', true],
  ['the Secret by a Gateway', 'Gateway', 'edge', 'Secret lab/cert', true],
  ['no other Secret', 'Gateway', 'edge', 'Secret lab/other', false],
  ['no other namespace', 'Gateway', 'shop', 'Secret lab/cert', false],
  ['its own namespace by all', 'Gateway', 'lab', 'Secret lab/other', true],
  ['nothing for Gateways of Istio', 'Gateway', 'istio', 'Secret lab/cert', false],
  ['nothing of a group called core', 'Gateway', 'edge', 'ConfigMap lab/roots', false],
  ['no Secret where a star is its name', 'Gateway', 'edge', 'Secret lab/any', false],
])('a grant lets use %s', (...[, from, namespace, to, isLet]) => {
  const [kind, place] = to.split(' ');
  const [theirs, name] = place.split('/');
  expect(isGranted(objectSet(grant), { kind: from, namespace }, { kind, namespace: theirs, name })).toBe(isLet);
});

test.each([
  ['of who names', 'istio', 'Secret lab/cert', 'in ReferenceGrant lab/a write spec.from[2].group: gateway.networking.k8s.io'],
  ['of what is named', 'edge', 'ConfigMap lab/roots', 'in ReferenceGrant lab/a write spec.to[2].group: ""'],
  ['of both', 'istio', 'ConfigMap lab/roots', 'in ReferenceGrant lab/a write spec.from[2].group: gateway.networking.k8s.io and spec.to[2].group: ""'],
  ['of nothing, where the grant is for another namespace', 'shop', 'Secret lab/cert', undefined],
])('a grant that would do is mended in the group %s', (...[, namespace, to, repair]) => {
  const [kind, place] = to.split(' ');
  const [theirs, name] = place.split('/');
  expect(groupRepair(objectSet(grant), { kind: 'Gateway', namespace }, { kind, namespace: theirs, name })).toBe(repair);
});
