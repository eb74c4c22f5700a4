import { egressHosts, letsKnow } from '../../../lib/inspect/mesh/egress-hosts';
import { kube } from '../../support/kube';
import { objectSet } from '../../support/object-set';

test.each([
  ['"./*"', 'orders.shop.svc.cluster.local', true],
  ['"./*"', 'orders.lab.svc.cluster.local', false],
  ['"*/*.example.com"', 'api.example.com', true],
  ['"egress/api.example.com"', 'api.example.com', true],
  ['"~/*"', 'api.example.com', false],
  ['"lab/orders.lab.svc.cluster.local"', 'orders.lab.svc.cluster.local', true],
  ['"orders.lab.svc.cluster.local"', 'orders.lab.svc.cluster.local', false],
])('%s lets know %s: %s', (hosts, host, isKnown) => {
  const [sidecar] = objectSet(kube('Sidecar shop/a', `{egress: [{hosts: []}, {hosts: [${hosts}]}]}`)).all;
  expect(letsKnow(objectSet(''), egressHosts(sidecar), host)).toBe(isKnown);
});
