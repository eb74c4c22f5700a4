import { listenerSecrets } from '../../../lib/inspect/mesh/listener-secrets';
import { kube } from '../../support/kube';
import { objectSet } from '../../support/object-set';

test('lists the Secrets that the listeners of a Gateway name, and nothing else', () => {
  const references = '[{name: a}, {name: b, namespace: certs, kind: Secret, group: ""}, {name: c, kind: ClusterTrustBundle, group: certificates.k8s.io}, {}]';
  const set = objectSet(kube('Gateway shop/edge', `{listeners: [{name: http}, {name: https, tls: {certificateRefs: ${references}}}]}`));
  const found = listenerSecrets(set.find('gateway.networking.k8s.io/Gateway', 'shop', 'edge')!);
  expect(found.map(({ namespace, name }) => `${namespace}/${name}`)).toEqual(['shop/a', 'certs/b']);
});
