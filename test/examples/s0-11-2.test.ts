import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const rendered = renderedBy('examples/S0-11.2/main.ts');

/** The only object of a kind in a file. */
function objectOf(file: string, kind: string): any {
  const [object, ...others] = (loadAll(rendered[file]) as any[]).filter(candidate => candidate.kind === kind);
  expect(others).toEqual([]);
  return object;
}

// The endpoint is the gateway of the other cluster: its Service is no name that anybody here could look up.
test('[F122] the remote service is that of the corrected manifest: its endpoint is the gateway, at 15443', () => {
  expect(objectOf('cluster-1/rust-api.k8s.yaml', 'ServiceEntry')).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: ServiceEntry
    metadata: {name: rust-api.cluster-2.global, namespace: default}
    spec:
      hosts: [rust-api.cluster-2.global]
      addresses: [240.0.0.2]
      ports: [{number: 8080, name: http, protocol: HTTP}]
      location: MESH_INTERNAL
      resolution: DNS
      endpoints:
      - address: eastwest.cluster-2.example.com
        network: network2
        labels: {security.istio.io/tlsMode: istio}
        ports: {http: 15443}
  `));
});

test('[F122] the gateway there is asked for a name that its cluster knows, and that its hosts cover', () => {
  const { spec } = objectOf('cluster-1/rust-api.k8s.yaml', 'DestinationRule');
  expect(spec.trafficPolicy.portLevelSettings).toEqual([
    { port: { number: 8080 }, tls: { mode: 'ISTIO_MUTUAL', sni: 'outbound_.8080_._.rust-api.default.svc.cluster.local' } },
  ]);
  expect(objectOf('cluster-2/gateway.k8s.yaml', 'Gateway').spec.servers[0].hosts).toEqual(['*.local']);
});

// The rules are for the host that callers know: the other one stood in no registry.
test('[F123] the rules are those of the corrected manifest: 80 here, 20 there', () => {
  expect(objectOf('cluster-1/rust-api.k8s.yaml', 'VirtualService').spec).toEqual(load(`
    hosts: [rust-api.default.svc.cluster.local]
    http:
    - name: default
      route:
      - destination: {host: rust-api.default.svc.cluster.local, port: {number: 8080}}
        weight: 80
      - destination: {host: rust-api.cluster-2.global, port: {number: 8080}}
        weight: 20
  `));
});

test('[F121] the gateway of the other cluster is that of Istio', () => {
  expect(objectOf('cluster-2/gateway.k8s.yaml', 'Gateway')).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata: {name: cross-network-gateway, namespace: istio-system}
    spec:
      selector: {istio: eastwestgateway}
      servers:
      - port: {number: 15443, name: tls, protocol: TLS}
        tls: {mode: AUTO_PASSTHROUGH}
        hosts: ['*.local']
  `));
});

test('[F123] of one host in both clusters, shares depend on where callers are', () => {
  expect(objectOf('by-locality/rust-api.k8s.yaml', 'DestinationRule').spec.trafficPolicy.loadBalancer).toEqual(load(`
    localityLbSetting:
      enabled: true
      distribute:
      - {from: us-east, to: {us-east: 80, us-west: 20}}
      - {from: us-west, to: {us-west: 80, us-east: 20}}
  `));
});

test('[F123] of one host in both clusters, parts of it are told apart by the label that Istio gives', () => {
  expect(objectOf('by-cluster/rust-api.k8s.yaml', 'DestinationRule').spec.subsets).toEqual([
    { name: 'cluster-1', labels: { 'topology.istio.io/cluster': 'cluster-1' } },
    { name: 'cluster-2', labels: { 'topology.istio.io/cluster': 'cluster-2' } },
  ]);
  const [{ route }] = objectOf('by-cluster/rust-api.k8s.yaml', 'VirtualService').spec.http;
  expect(route.map(({ destination, weight }: any) => [destination.subset, weight])).toEqual([['cluster-1', 80], ['cluster-2', 20]]);
});
