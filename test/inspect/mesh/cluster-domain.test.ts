import { clusterDomain, clusterDomains } from '../../../lib/inspect/mesh/cluster-domain';
import { fullHost, serviceNamed } from '../../../lib/inspect/mesh/hosts';
import { judge } from '../../support/judge';
import { kube, service, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const operator = (name: string, global: string): string => kube(`IstioOperator istio-system/${name}`, `{values: {global: ${global}}}`);
const foo = operator('a', '{proxy: {clusterDomain: foo.local}}');

test.each([
  ['nobody says it', '', 'cluster.local', ['cluster.local']],
  ['an installation is silent on it', operator('a', '{meshID: m}'), 'cluster.local', ['cluster.local']],
  ['an installation says it', foo, 'foo.local', ['foo.local']],
  ['two say the same', together(foo, operator('b', '{proxy: {clusterDomain: foo.local}}')), 'foo.local', ['foo.local']],
  ['two clusters have different ones', together(foo, operator('b', '{proxy: {clusterDomain: b.local}}')), 'cluster.local', ['foo.local', 'b.local']],
])('where %s', (_, yaml, domain, domains) => {
  expect([clusterDomain(objectSet(yaml)), clusterDomains(objectSet(yaml))]).toEqual([domain, domains]);
});

test('hosts are of that domain', () => {
  const set = objectSet(foo);
  expect([fullHost(set, 'cart', 'shop'), serviceNamed(set, 'cart.shop.svc.foo.local', 'lab'), serviceNamed(set, 'cart.shop.svc.cluster.local', 'lab')])
    .toEqual(['cart.shop.svc.foo.local', { namespace: 'shop', name: 'cart' }, { namespace: 'lab', name: 'cart.shop.svc.cluster.local' }]);
});

describe('objects that name a Service by its full host', () => {
  const using = (domain: string): string => together(
    foo,
    service('shop/pay'),
    kube('VirtualService shop/pay', `{hosts: [pay.shop.svc.${domain}], http: [{route: [{destination: {host: pay.shop.svc.${domain}}}]}]}`),
    kube('DestinationRule shop/pay', `{host: pay.shop.svc.${domain}, trafficPolicy: {connectionPool: {tcp: {maxConnections: 9}}}}`),
  );
  const found = (domain: string): string[] => (
    judge(using(domain), { set: { complete: true }, filter: { only: ['IST0101', 'MESH013', 'IST0174'], skip: [] } }).findings.map(({ code }) => code)
  );

  test('name one that is there, by the domain of the cluster', () => {
    expect(found('foo.local')).toEqual([]);
  });

  test('name none by the usual domain, where that is another', () => {
    expect(found('cluster.local').sort()).toEqual(['IST0101', 'IST0174']);
  });
});
