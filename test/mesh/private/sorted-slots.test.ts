import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { GatewayApi, GatewayTls, IGateway, IngressGateway, MeshService } from '../../../lib';
import { Slot } from '../../../lib/mesh/private/slot';
import { sortLaterSlots } from '../../../lib/mesh/private/sorted-slots';
import { edgeChart, objectsIn } from '../../support/edge-chart';

test('places that come later stand behind all else, in the order of their ids', () => {
  const owner = new Construct(new Chart(new App(), 'shop'), 'edge');
  const slot = (id: string): Slot => new Slot(owner, id, place => new ApiObject(place, 'Default', { apiVersion: 'v1', kind: 'Service' }));
  slot('z');
  sortLaterSlots(owner);
  ['c', 'a'].forEach(id => slot(id).fill());
  new Construct(owner, 'own');
  expect(owner.node.children.map(({ node }) => node.id)).toEqual(['z', 'own', 'a', 'c']);
  expect(owner.node.findAll().filter(ApiObject.isApiObject).map(({ node }) => node.path)).toEqual(['shop/edge/a/Default', 'shop/edge/c/Default']);
});

/** What a gateway renders for services of two namespaces, under hostnames that are not known beforehand. */
function rendered(make: (chart: Chart) => IGateway, hostnames: string[]): unknown[] {
  const chart = edgeChart();
  const gateway = make(chart);
  const services = Object.fromEntries(['shop', 'team'].map(namespace => (
    [namespace, MeshService.adopt(new Chart(chart.node.root, namespace, { namespace }), 'web', { port: 8080 })]
  )));
  hostnames.forEach(hostname => services[hostname.split('.')[0]].exposeVia(gateway, { hostname }));
  return objectsIn(chart).map(({ kind, metadata: { name, namespace } }) => [kind, namespace, name]);
}

const wildcard = { hostnames: ['*.example.com'], tls: GatewayTls.none() };

test.each<[string, (chart: Chart) => IGateway]>([
  ['somebody else\'s', chart => IngressGateway.fromName(chart, 'edge', 'istio-system/edge')],
  ['somebody else\'s, of the Kubernetes Gateway API', chart => IngressGateway.fromName(chart, 'edge', 'istio-system/edge', { api: GatewayApi.KUBERNETES })],
  ['ours with a wildcard', chart => new IngressGateway(chart, 'edge', wildcard)],
  ['ours with a wildcard, of the Kubernetes Gateway API', chart => new IngressGateway(chart, 'edge', { api: GatewayApi.KUBERNETES, ...wildcard })],
])('[F039] of a gateway that is %s, the order of calls changes nothing', (_, make) => {
  const hostnames = ['shop.example.com', 'team.example.com'];
  expect(rendered(make, [...hostnames].reverse())).toEqual(rendered(make, hostnames));
});
