import { destinationHostCheck } from '../../../../lib/inspect/checks/istio/destination-host';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject, yamlService } from '../../../support/yaml-objects';

const checks = [destinationHostCheck];
const route = (destination: string, more = ''): string => (
  yamlObject(TYPES.virtualService, 'shop/cart', `spec: {hosts: [cart], http: [{route: [{destination: ${destination}}]}]${more}}`)
);
const at = 'spec.http[0].route[0].destination';

describe('hosts', () => {
  test.each([
    ['one that nobody provides', yamlService('shop/web') + route('{host: cart}'), [
      `IST0101 destination-host | VirtualService shop/cart | ${at}.host | no Service or ServiceEntry in the input provides cart.shop.svc.cluster.local`,
    ]],
    ['one of another namespace that is meant by its short name', yamlService('web/cart') + route('{host: cart}'), [
      `IST0101 destination-host | VirtualService shop/cart | ${at}.host | no Service or ServiceEntry in the input provides cart.shop.svc.cluster.local, but cart is a Service of web`,
    ]],
    ['one outside of the cluster', route('{host: api.example.com}'), [
      `IST0101 destination-host | VirtualService shop/cart | ${at}.host | no Service or ServiceEntry in the input provides api.example.com`,
    ]],
    ['that of a mirror', yamlService('shop/cart') + route('{host: cart}').replace('{route', '{mirror: {host: shadow}, route'), [
      'IST0101 destination-host | VirtualService shop/cart | spec.http[0].mirror.host | no Service or ServiceEntry in the input provides shadow.shop.svc.cluster.local',
    ]],
    ['that of mirrors', yamlService('shop/cart') + route('{host: cart}').replace('{route', '{mirrors: [{destination: {host: shadow}}], route'), [
      'IST0101 destination-host | VirtualService shop/cart | spec.http[0].mirrors[0].destination.host | no Service or ServiceEntry in the input provides shadow.shop.svc.cluster.local',
    ]],
  ])('are reported: %s', (_, yaml, expected) => {
    expect(found(yaml, { checks })).toEqual(expected);
  });

  test.each([
    ['a Service', yamlService('shop/cart') + route('{host: cart}')],
    ['a Service by its full name', yamlService('web/cart') + route('{host: cart.web.svc.cluster.local}')],
    ['a ServiceEntry', yamlObject(TYPES.serviceEntry, 'web/api', 'spec: {hosts: ["*.example.com"], ports: [{number: 443}]}') + route('{host: api.example.com}')],
    ['the control plane', yamlService('istio-system/kiali') + route('{host: istiod.istio-system.svc.cluster.local, port: {number: 15012}}')],
    ['a revision of the control plane', yamlService('istio-system/kiali') + route('{host: istiod-canary.istio-system.svc.cluster.local, port: {number: 443}}')],
    ['what an installation brings', route('{host: istio-ingressgateway.istio-system.svc.cluster.local, port: {number: 80}}')],
    ['a namespace of which nothing is shown', route('{host: cart}')],
    ['a Service that Flagger makes', yamlService('shop/web')
    + yamlObject('flagger.app/v1beta1 Canary', 'shop/cart', 'spec: {targetRef: {name: cart}}') + route('{host: cart-primary}')],
    ['nothing', route('{}')],
    ['something that is no host', route('{host: 7}')],
  ])('are known by %s', (_, yaml) => {
    expect(found(yaml, { checks })).toEqual([]);
  });

  const priv = yamlObject('v1 Service', 'pay/priv', 'spec: {ports: [{port: 80}]}', 'annotations: {networking.istio.io/exportTo: "."}');
  const own = yamlObject(TYPES.serviceEntry, 'pay/own', 'spec: {hosts: [own.com], exportTo: ["."], ports: [{number: 443}]}');

  test.each([
    ['a Service', yamlService('shop/cart') + priv + route('{host: priv.pay.svc.cluster.local}'),
      'Service pay/priv provides priv.pay.svc.cluster.local, but its annotation networking.istio.io/exportTo exports it only to pay, so it does not exist for shop'],
    ['a ServiceEntry', own + route('{host: own.com}'),
      'ServiceEntry pay/own provides own.com, but its exportTo exports it only to pay, so it does not exist for shop'],
  ])('are told to be hidden by %s that is there', (_, yaml, message) => {
    expect(found(yaml, { checks })).toEqual([`IST0101 destination-host | VirtualService shop/cart | ${at}.host | ${message}`]);
  });

  const edge = yamlObject('networking.istio.io/v1 Gateway', 'istio-system/edge', 'spec: {selector: {istio: edge}, servers: []}');
  const pod = yamlObject('v1 Pod', 'istio-system/edge', 'spec: {containers: []}', 'labels: {istio: edge}');
  const atGateway = (host: string, more = ''): string => route(`{host: ${host}}`, `, gateways: [istio-system/edge]${more}`);

  test.each([
    ['a Service', edge + pod + priv + atGateway('priv.pay.svc.cluster.local')],
    ['a ServiceEntry', edge + pod + own + atGateway('own.com')],
  ])('are told to be hidden from the pods of a gateway by %s', (_, yaml) => {
    const { findings } = judge(yaml, { checks });
    expect(findings.map(({ message, repair }) => [message.split(', so ')[1], repair])).toEqual([
      ['it does not exist for istio-system', 'add istio-system there, or correct the host'],
    ]);
  });

  test.each([
    ['whose pods see it', edge + pod + own.replace('"."', 'istio-system') + atGateway('own.com')],
    ['whose pods are not shown', edge + own + atGateway('own.com')],
    ['that is not shown', pod + own + atGateway('own.com')],
    ['without a selector', edge.replace('{istio: edge}', '{}') + pod + own + atGateway('own.com')],
    ['that does not see the rule', edge + pod + own + atGateway('own.com', ', exportTo: ["."]')],
  ])('nothing is said of a hidden host to a gateway %s', (_, yaml) => {
    expect(found(yaml, { checks })).toEqual([]);
  });

  test.each([
    ['a rule for what those call who see it', priv + route('{host: priv.pay.svc.cluster.local}').replace('hosts: [cart]', 'hosts: [priv.pay.svc.cluster.local]')],
    ['a rule of a gateway', yamlService('shop/cart') + priv + route('{host: priv.pay.svc.cluster.local}', ', gateways: [edge]')],
    ['a rule for all namespaces, of which its own sees it', yamlService('shop/cart')
    + priv.replace('pay', 'shop') + route('{host: priv}', ', exportTo: ["*"]')],
  ])('nothing is said of a hidden Service to %s', (_, yaml) => {
    expect(found(yaml, { checks })).toEqual([]);
  });

  test.each([
    ['nothing else', 'cart', yamlService('shop/web'), 'correct the host, or add a Service or ServiceEntry for it'],
    ['one of another namespace', 'cart', yamlService('web/cart'), 'write cart.web.svc.cluster.local if that is what you meant'],
    ['two of other namespaces', 'cart', yamlService('web/cart') + yamlService('edge/cart'), 'correct the host, or add a Service or ServiceEntry for it'],
    ['the name with its namespace', 'cart.web', yamlService('web/cart'), 'write cart.web.svc.cluster.local if that is what you meant'],
    ['the name without the domain', 'cart.web.svc', yamlService('web/cart'), 'write cart.web.svc.cluster.local if that is what you meant'],
    ['the name with another namespace', 'cart.web', yamlService('edge/cart'), 'correct the host, or add a Service or ServiceEntry for it'],
    ['one that is nearly called so', 'reviwes', yamlService('shop/reviews'), 'write reviews if that is what you meant'],
    ['one that is nearly called so, in full', 'reviwes.shop.svc.cluster.local', yamlService('shop/reviews'), 'write reviews.shop.svc.cluster.local if that is what you meant'],
  ])('are mended by what the input shows: %s', (_, host, services, repair) => {
    expect(judge(services + route(`{host: ${host}}`), { checks }).findings.map(finding => finding.repair)).toEqual([repair]);
  });

  test('are known where somebody says that they are there', () => {
    expect(found(yamlService('shop/web') + route('{host: cart}'), { checks, set: { assumed: ['Service shop/cart'] } })).toEqual([]);
  });

  test.each(['kubernetes.default', 'kube-dns.kube-system'])('are known where each cluster has them: %s', host => {
    expect(found(route(`{host: ${host}.svc.cluster.local}`), { checks, set: { complete: true } })).toEqual([]);
  });

  test('of namespaces that are not shown cannot be judged', () => {
    const { undecided } = judge(route('{host: cart}'), { checks });
    expect(undecided.map(({ unknown }) => unknown)).toEqual(['namespace shop']);
  });

  test('are all there in a complete set', () => {
    expect(found(route('{host: cart}'), { checks, set: { complete: true } })).toHaveLength(1);
  });
});

describe('ports', () => {
  const two = yamlService('shop/cart', '{name: http, port: 80}, {name: grpc, port: 9000}');

  test.each([
    ['one that the Service does not have', two + route('{host: cart, port: {number: 8080}}'),
      `IST0101 destination-port | VirtualService shop/cart | ${at}.port.number | cart has no port 8080, only 80, 9000`],
    ['one of a Service without ports', yamlService('shop/cart', '') + route('{host: cart, port: {number: 80}}'),
      `IST0101 destination-port | VirtualService shop/cart | ${at}.port.number | cart has no port 80, nor any other`],
    ['none of several', two + route('{host: cart}'),
      `IST0112 destination-port-required | VirtualService shop/cart | ${at}.host | cart has the ports 80, 9000, but the destination names none of them`],
  ])('are reported: %s', (_, yaml, expected) => {
    expect(found(yaml, { checks })).toEqual([expected]);
  });

  test.each([
    ['named', two + route('{host: cart, port: {number: 80}}')],
    ['the only one', yamlService('shop/cart') + route('{host: cart}')],
    ['named in quotes', two + route('{host: cart, port: {number: "80"}}')],
    ['of a Service that has it in quotes', yamlService('shop/cart', '{name: http, port: "80"}') + route('{host: cart, port: {number: 80}}')],
    ['of a Service, perhaps, that has one without number', yamlService('shop/cart', '{name: http}') + route('{host: cart, port: {number: 80}}')],
    ['of a Service whose ports are misspelled', yamlObject(TYPES.service, 'shop/cart', 'spec: {porst: [{port: 80}]}') + route('{host: cart, port: {number: 80}}')],
    ['of a Service whose ports are no list', yamlObject(TYPES.service, 'shop/cart', 'spec: {ports: {port: 80}}') + route('{host: cart, port: {number: 80}}')],
    ['of a host that is no text', two + route('{host: 12, port: {number: 80}}')],
    ['without number, which the webhook reports', two + route('{host: cart, port: {}}')],
  ])('are known: %s', (_, yaml) => {
    expect(found(yaml, { checks })).toEqual([]);
  });
});
