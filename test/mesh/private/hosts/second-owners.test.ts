import path from 'node:path';
import { ApiObject, App, Chart, Include, Testing } from 'cdk8s';
import { HttpRoute } from '../../../../imports/gateway.networking.k8s.io';
import { DestinationRule, VirtualService } from '../../../../imports/networking.istio.io';
import { GatewayApi, IngressGatewayProps, Istio, MeshApp, MeshService } from '../../../../lib';
import { edgeChart, edgeIn } from '../../../support/edge-chart';
import { fill, temporaryFolder } from '../../../support/folder';

const temporary = temporaryFolder();
const HOST = 'web.shop.svc.cluster.local';

/** A chart with the service `web`, whose rules are ours. */
function shop(app: App = new MeshApp({ mesh: Istio.mesh() }), id = 'shop'): Chart {
  const chart = new Chart(app, id, { namespace: 'shop' });
  const web = MeshService.adopt(chart, 'web', { port: 8080 });
  web.addVersion('v1');
  web.addVersion('v2');
  return chart;
}

const problem = (place: string, what: string): string => (
  `${place}: ${what} configures the traffic for ${HOST}, which "shop/web" owns, and the mesh does not merge the two. Set it there and leave this object out, or patch the other object.`
);
/** In the words of an app, or in those of a stock one, which says the path of whoever complains, and that of the app is empty. */
const failure = (problems: readonly string[], place = ''): Error => new Error(`Validation failed with the following errors:\n  ${problems.map(each => `${place}${each}`).join('\n  ')}`);

test('[F020] [F034] fails on generated constructs that decide on the requests for a host with an owner', () => {
  const chart = shop();
  new VirtualService(chart, 'rules', { metadata: { name: 'old' }, spec: { hosts: ['other.example.com', HOST] } });
  new DestinationRule(chart, 'policy', { metadata: { name: 'old' }, spec: { host: 'web' } });
  expect(() => Testing.synth(chart)).toThrow(failure([problem('shop/rules', 'VirtualService "old"'), problem('shop/policy', 'DestinationRule "old"')], '[] '));
});

test('[F020] [F034] fails on existing YAML that does, in a list as well, and in another chart and namespace', () => {
  const rule = `{ apiVersion: networking.istio.io/v1beta1, kind: VirtualService, metadata: { name: old, namespace: other }, spec: { hosts: [${HOST}], gateways: [mesh, edge] } }`;
  fill(temporary.path, { 'one.yaml': rule, 'list.yaml': `{ apiVersion: v1, kind: List, metadata: { name: all }, items: [${rule}] }`, 'empty.yaml': '{ apiVersion: v1, kind: List, metadata: { name: none } }' });
  const app = new MeshApp({ mesh: Istio.mesh() });
  const legacy = new Chart(app, 'legacy');
  shop(app);
  ['one', 'list', 'empty'].forEach(name => new Include(legacy, name, { url: path.join(temporary.path, `${name}.yaml`) }));
  expect(() => app.synthYaml()).toThrow(failure([problem('legacy/one/old-virtualservice-other', 'VirtualService "old"'), problem('legacy/list/all-list', 'VirtualService "old"')]));
});

test('one that stands inside of the service is found, too', () => {
  const chart = shop();
  new DestinationRule(chart.node.findChild('web'), 'mine', { metadata: { name: 'mine' }, spec: { host: HOST } });
  expect(() => Testing.synth(chart)).toThrow(failure([problem('shop/web/mine', 'DestinationRule "mine"')], '[] '));
});

test('takes what is about other hosts, about gateways alone, of another group, or of our own', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const chart = shop(app);
  edgeIn(edgeChart(app));
  new VirtualService(chart, 'other', { metadata: { name: 'other' }, spec: { hosts: ['orders', 'web.shop'] } });
  new VirtualService(chart, 'none', { metadata: { name: 'none' } });
  new VirtualService(chart, 'edge', { metadata: { name: 'edge' }, spec: { hosts: [HOST], gateways: ['istio-ingress/edge'] } });
  new ApiObject(chart, 'foreign', { apiVersion: 'example.com/v1', kind: 'VirtualService', metadata: { name: 'x' }, spec: { hosts: [HOST] } });
  const elsewhere = new Chart(app, 'elsewhere');
  new DestinationRule(elsewhere, 'short', { metadata: { name: 'short' }, spec: { host: 'web' } });
  expect(() => app.synthYaml()).not.toThrow();
});

describe('[F039] a hostname of a gateway', () => {
  const HOSTNAME = 'shop.example.com';

  /** A gateway through which the service `web` is exposed, and a chart for what others write. */
  function edge(props: Partial<IngressGatewayProps> = {}): Chart {
    const app = new MeshApp({ mesh: Istio.mesh() });
    const chart = edgeChart(app);
    const gateway = edgeIn(chart, { hostnames: [HOSTNAME, '*.example.org'], ...props });
    const web = MeshService.adopt(chart, 'web', { port: 8080 });
    [HOSTNAME, 'a.example.org'].forEach(hostname => web.exposeVia(gateway, { hostname }));
    return new Chart(app, 'others', { namespace: 'istio-ingress' });
  }

  const problems = (chart: Chart): string[] => chart.node.root.node.validate();
  const twoOwners = (what: string, hostname = HOSTNAME): string => (
    `others/second: ${what} "second" configures the traffic for ${hostname} at the gateway istio-ingress/edge, which "edge/edge" owns, and the mesh merges the two in the order of their age. Set it there and leave this object out, or patch the other object.`
  );
  const rules = (chart: Chart, hosts: string[], ...gateways: string[]): VirtualService => new VirtualService(chart, 'second', { metadata: { name: 'second' }, spec: { hosts, gateways } });
  const attached = (chart: Chart, hostnames?: string[], sectionName?: string): HttpRoute => (
    new HttpRoute(chart, 'second', { metadata: { name: 'second' }, spec: { hostnames, parentRefs: [{ name: 'edge', sectionName }] } })
  );

  test.each(['edge', 'istio-ingress/edge', './edge'])('has one owner, whoever else names it with %j', gateway => {
    const chart = edge();
    rules(chart, [HOSTNAME], gateway);
    expect(problems(chart)).toEqual([twoOwners('VirtualService')]);
    expect(() => Testing.synth(chart)).toThrow(failure([twoOwners('VirtualService')], '[] '));
  });

  test('is that of routes which attach themselves, too', () => {
    const chart = edge({ api: GatewayApi.KUBERNETES });
    attached(chart, ['a.example.org']);
    expect(problems(chart)).toEqual([twoOwners('HTTPRoute', 'a.example.org')]);
  });

  test('is meant by all hostnames where the gateway listens for this one, and hidden from them where it listens for more', () => {
    const [named, attaching] = [edge(), edge({ api: GatewayApi.KUBERNETES })];
    rules(named, ['*'], 'edge');
    attached(attaching);
    expect([problems(named), problems(attaching)]).toEqual([[twoOwners('VirtualService')], [twoOwners('HTTPRoute')]]);
  });

  test('may be said of at other gateways, at other listeners, and inside of the mesh', () => {
    const named = edge();
    rules(named, [HOSTNAME], 'other', 'shop/edge', 'mesh');
    const elsewhere = edge();
    attached(elsewhere, [HOSTNAME]);
    const redirecting = edge({ api: GatewayApi.KUBERNETES, redirectHttp: false });
    attached(redirecting, [HOSTNAME], 'http-by-hand');
    expect([named, elsewhere, redirecting].map(problems)).toEqual([[], [], []]);
  });
});

test('[F034] fails on an object of another that has the name of ours, and would take its place', () => {
  const app = new App();
  Istio.mesh().applyTo(app);
  const chart = shop(app);
  new VirtualService(chart, 'second', { metadata: { name: 'web' }, spec: { hosts: ['other.example.com'] } });
  expect(() => app.synthYaml()).toThrow(/shop\/second: is the VirtualService "web", and so is "shop\/web\/rules\/Default" in the same namespace; /);
});

test('environments are apart, and the error is that of the environment', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const [dev, prod] = ['dev', 'prod'].map(name => new Chart(app.environment(name), 'shop', { namespace: 'shop' }));
  MeshService.adopt(dev, 'web', { port: 8080 });
  new DestinationRule(prod, 'policy', { metadata: { name: 'old' }, spec: { host: HOST } });
  expect(() => app.synthYaml()).not.toThrow();
  MeshService.adopt(prod, 'web', { port: 8080 });
  expect(() => app.synthYaml()).toThrow(`\n  prod/shop/policy: DestinationRule "old" configures the traffic for ${HOST}, which "prod/shop/web" owns`);
});

test('a stock App has the same rule', () => {
  const app = new App();
  Istio.mesh().applyTo(app);
  new DestinationRule(shop(app), 'policy', { metadata: { name: 'old' }, spec: { host: HOST } });
  expect(() => app.synthYaml()).toThrow('shop/policy: DestinationRule "old" configures the traffic');
});
