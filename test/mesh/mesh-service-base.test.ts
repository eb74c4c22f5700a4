import { Chart, Duration, JsonPatch } from 'cdk8s';
import { AppProtocol, IngressGateway, Istio, Match, MeshApp, MeshService, Weight } from '../../lib';
import { objectsOf, shopChart, specOf, WEB, webIn } from '../support/shop-chart';

test('a service knows its names and its versions', () => {
  const web = webIn(shopChart());
  const v2 = web.addVersion('v2', WEB);
  expect([web.serviceName, web.serviceNamespace, web.host]).toEqual(['web', 'shop', 'web.shop.svc.cluster.local']);
  expect(web.versions.map(({ name, labels }) => [name, labels])).toEqual([['v1', { version: 'v1' }], ['v2', { version: 'v2' }]]);
  expect(web.version('v2')).toBe(v2);
});

test('the host ends with the domain of the cluster', () => {
  const app = new MeshApp({ mesh: Istio.mesh({ clusterDomain: 'corp.internal' }) });
  expect(webIn(new Chart(app, 'shop', { namespace: 'shop' })).host).toBe('web.shop.svc.corp.internal');
});

test('[F024] versions are told apart by their labels', () => {
  const chart = shopChart();
  webIn(chart).addVersion('v2', WEB);
  expect(specOf(chart, 'DestinationRule')).toEqual({
    host: 'web.shop.svc.cluster.local',
    subsets: [{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { version: 'v2' } }],
  });
});

test('the objects behind a service can be patched, also with fields that their types lack', () => {
  const chart = shopChart();
  const web = webIn(chart);
  web.addVersion('v2', WEB);
  web.objects.rules.addJsonPatch(JsonPatch.add('/spec/http/0/unknownField', true), JsonPatch.replace('/spec/http/0/name', 'all'));
  expect((chart.toJson()).at(-1).spec.http[0]).toMatchObject({ unknownField: true, name: 'all' });
});

test('fails on a version that is unknown, with those that are known', () => {
  expect(() => webIn(shopChart()).version('v3')).toThrow(new Error('shop/web: has no version "v3". Known versions: "v1". Add it: addVersion("v3", {...}).'));
});

test('fails on a version of a known name, or of one that is no label', () => {
  const web = webIn(shopChart());
  expect(() => web.addVersion('v1', WEB)).toThrow(new Error('shop/web: already has a version "v1". Give each version its own name.'));
  expect(() => web.addVersion('V 2', WEB)).toThrow('shop/web: "V 2" is not a valid name of a Service or version');
});

test('[F039] requests from outside are treated as those from inside: by the same routes and the same split', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const web = webIn(chart);
  const v2 = web.addVersion('v2', WEB);
  web.exposeVia(IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared'), { hostname: 'shop.example.com' });
  web.traffic.split({ stable: web.version('v1'), canary: v2, weight: Weight.percent(10) });
  web.traffic.route('testers', Match.header('x-canary', 'true'), v2);
  web.traffic.timeout(Duration.seconds(10));
  const [inside, outside] = objectsOf(chart, 'VirtualService').sort((a, b) => (a.spec.gateways ? 1 : 0) - (b.spec.gateways ? 1 : 0)).map(({ spec }) => spec);
  expect([outside.hosts, outside.gateways]).toEqual([['shop.example.com'], ['istio-ingress/shared']]);
  expect(outside.http.map(({ name }: any) => name)).toEqual(['web-testers', 'web']);
  expect(outside.http.map(({ name: _, ...rule }: any) => rule)).toEqual(inside.http.map(({ name: _, ...rule }: any) => rule));
});

test('fails on sending connections to a port of UDP, by itself or as that of the service', () => {
  const chart = shopChart();
  const dns = new MeshService(chart, 'dns', { ...WEB, port: 53, protocol: AppProtocol.UDP, morePorts: [{ port: 54, protocol: AppProtocol.TCP }] });
  const web = webIn(chart, { protocol: AppProtocol.TCP });
  const problem = new Error('shop/dns: port 53 speaks UDP, which bypasses the mesh, so traffic for web.shop.svc.cluster.local cannot be sent there. Send it to a port of TCP: atPort(54).');
  [dns, dns.atPort(53)].forEach(target => expect(() => web.traffic.sendTo(target)).toThrow(problem));
  expect(() => web.traffic.sendTo(dns.atPort(54))).not.toThrow();
  const log = new MeshService(chart, 'log', { ...WEB, port: 514, protocol: AppProtocol.UDP });
  expect(() => web.traffic.onPort(8080).sendTo(log)).toThrow('cannot be sent there. Send to a service that has a port of TCP.');
});

test('[F069] the main port can be called as one likes, with what is spoken there in front', () => {
  const chart = shopChart();
  webIn(chart, { port: 4317, portName: 'grpc-otlp', protocol: AppProtocol.GRPC });
  expect(specOf(chart, 'Service').ports).toEqual([{ appProtocol: 'grpc', name: 'grpc-otlp', port: 4317, targetPort: 4317 }]);
  expect(() => webIn(shopChart(), { portName: 'grpc-otlp' })).toThrow('is called "grpc-otlp" but speaks http.');
});
