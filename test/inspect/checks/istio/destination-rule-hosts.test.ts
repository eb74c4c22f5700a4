import { destinationRuleHostsCheck } from '../../../../lib/inspect/checks/istio/destination-rule-hosts';
import { found, judge } from '../../../support/judge';
import { objectSet, SetInTest } from '../../../support/object-set';
import { TYPES, yamlDeployment, yamlObject, yamlPod, yamlService } from '../../../support/yaml-objects';

const checks = [destinationRuleHostsCheck];
const complete = { checks, set: { complete: true } };
const rule = (host: string, labels?: string): string => (
  yamlObject(TYPES.destinationRule, 'shop/rule', `spec: {host: "${host}"${labels === undefined ? '' : `, subsets: [{name: v1, labels: {${labels}}}]`}}`)
);
const service = yamlService('shop/cart');
const pod = yamlPod('shop/cart', 'app: cart, version: v1', 'containers: [{name: app}], nodeName: one');
const node = (labels: string): string => yamlObject(TYPES.node, 'one', '', `labels: {${labels}}`);
const region = 'topology.kubernetes.io/region: east';
const zone = 'topology.kubernetes.io/zone: a';

test('a host and its pods may be in another cluster of the mesh', () => {
  const clusters = (yaml: string): SetInTest['clusters'] => [{ name: 'west', set: objectSet(yaml) }];
  const codes = (west: string, east = ''): string[] => (
    judge(east + rule('cart', 'version: v1'), { checks, set: { complete: true, clusters: clusters(west) } }).findings.map(({ code }) => code)
  );
  expect([codes(''), codes(service), codes(service + pod), codes(pod, service)]).toEqual([['IST0174'], ['IST0173'], [], []]);
});

describe('hosts', () => {
  const reported = (text: string): string => `IST0174 destination-rule-host | DestinationRule shop/rule | spec.host | no Service or ServiceEntry in the input provides ${text}`;

  test.each([
    ['one that nobody provides', service + rule('web'), 'web.shop.svc.cluster.local'],
    ['one of another namespace', yamlService('web/cart') + rule('cart'), 'cart.shop.svc.cluster.local, but cart is a Service of web'],
    ['one outside of the cluster', rule('api.example.com'), 'api.example.com'],
  ])('are reported: %s', (_, yaml, text) => {
    const { findings: [{ aliases }] } = judge(yaml, { checks });
    expect([found(yaml, { checks }), aliases]).toEqual([[reported(text)], ['MESH013']]);
  });

  test.each([
    ['a Service', service + rule('cart')],
    ['the control plane', yamlService('istio-system/kiali') + rule('istiod.istio-system.svc.cluster.local')],
    ['an installation', service + rule('istio-ingressgateway.istio-system.svc.cluster.local')],
    ['a Service of a namespace that is not shown', rule('cart')],
    ['some Service, for a wildcard', service + rule('*.local')],
    ['something that nobody shows, for a wildcard', rule('*.example.com')],
    ['nothing', rule('')],
  ])('are known by %s', (_, yaml) => {
    expect(found(yaml, { checks })).toEqual([]);
  });

  test('of a wildcard are judged in a complete set', () => {
    expect(found(service + rule('*.example.com'), complete)).toEqual([reported('a host of *.example.com')]);
  });
});

describe('subsets', () => {
  const reported = (labels: string): string[] => [
    `IST0173 subset-without-pods | DestinationRule shop/rule | spec.subsets[0] | no pod in the input, of any Service, has the labels ${labels} of the subset v1, so requests to it get 503`,
  ];

  test.each([
    ['pods with other labels', service + pod + rule('cart', 'version: v2'), 'version=v2'],
    ['a node of another zone', service + pod + node(`${region}, topology.kubernetes.io/zone: b`) + rule('cart', zone), 'topology.kubernetes.io/zone=a'],
    ['a node with a zone and no region', service + pod + node(zone) + rule('cart', zone), 'topology.kubernetes.io/zone=a'],
    ['pods without node', service + yamlPod('shop/cart', 'app: cart') + rule('cart', region), 'topology.kubernetes.io/region=east'],
    ['no pods of a ServiceEntry', yamlObject(TYPES.serviceEntry, 'shop/api', 'spec: {hosts: [api.example.com], workloadSelector: {labels: {app: api}}}')
    + pod + rule('api.example.com', 'version: v1'), 'app=api,version=v1'],
  ])('[F138] there are %s', (_, yaml, labels) => {
    expect(found(yaml, complete)).toEqual(reported(labels));
  });

  test.each([
    ['pods', service + pod + rule('cart', 'version: v1')],
    ['a template', service + yamlDeployment('shop/cart', 'app: cart, version: v1') + rule('cart', 'version: v1')],
    ['pods of a node', service + pod + node(`${region}, ${zone}`) + rule('cart', `${region}, ${zone}`)],
    ['pods of a node that is not shown', service + pod + rule('cart', region)],
    ['pods of a template, which may run anywhere', service + yamlDeployment('shop/cart', 'app: cart') + rule('cart', `app: cart, ${region}`)],
    ['pods of some cluster', service + pod + node(region) + rule('cart', 'topology.istio.io/cluster: west')],
    ['endpoints', yamlObject(TYPES.serviceEntry, 'shop/api', 'spec: {hosts: [api.example.com], endpoints: [{address: a, labels: {version: v1}}]}') + rule('api.example.com', 'version: v1')],
    ['a WorkloadEntry', service + yamlObject(TYPES.workloadEntry, 'shop/vm', 'spec: {labels: {version: v1}}') + rule('cart', 'version: v1')],
  ])('a subset selects %s', (_, yaml) => {
    expect(found(yaml, complete)).toEqual([]);
  });

  test('are judged where some pods of the Service are shown', () => {
    expect(found(service + pod + rule('cart', 'version: v2'), { checks })).toEqual(reported('version=v2'));
    const { findings, undecided } = judge(service + yamlPod('shop/web', 'app: web') + rule('cart', 'version: v2'), { checks });
    expect([findings, undecided.map(({ unknown }) => unknown)]).toEqual([[], ['pods of namespace shop']]);
  });
});

describe('what is elsewhere', () => {
  test('provides the host of a rule', () => {
    const { findings, undecided } = judge(rule('cart', 'version: v1'), { checks, set: { complete: true, assumed: ['Service shop/cart'] } });
    expect([findings, undecided]).toEqual([[], []]);
  });

  test('may be pods whose labels are misspelled', () => {
    const misspelled = yamlDeployment('shop/cart-v2', 'app: cart, version: v2').replace('labels', 'lables');
    expect(found(service + pod + misspelled + rule('cart', 'version: v2'), { checks })).toEqual([]);
  });

  test('are no pods of a subset whose name cannot be read', () => {
    expect(found(service + pod + rule('cart', 'version: v2').replace('name: v1', 'nmae: v1'), { checks })).toEqual([]);
  });

  test('may have the labels of a subset', () => {
    expect(found(service + pod + rule('cart', 'version: v2'), { checks, set: { complete: true, assumed: ['Deployment shop/cart-v2'] } })).toEqual([]);
  });
});
