import { overlappingSelectorsCheck } from '../../../../lib/inspect/checks/mesh/overlapping-selectors';
import { documents, flowObject, service } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';

const checks = [overlappingSelectorsCheck];

const controller = (place: string, selector: string, labels: string, kind = 'Deployment'): string => (
  flowObject('apps/v1', kind, [place, `selector: {${selector}}, template: {metadata: {labels: {${labels}}}, spec: {}}`])
);
const cart = controller('shop/cart', 'matchLabels: {app: cart}', 'app: cart, version: v1');
const rule = (place: string, host: string, subset: string): string => (
  flowObject('networking.istio.io/v1', 'DestinationRule', [place, `host: ${host}, subsets: [{name: next, labels: {${subset}}}]`])
);

test('a controller that selects the pods of another one is found', () => {
  const yaml = documents(cart, controller('shop/cart-v2', 'matchLabels: {app: cart, version: v2}', 'app: cart, version: v2'));
  expect(found(yaml, { checks })).toEqual([
    'MESH020 overlapping-selectors | Deployment shop/cart | spec.selector | the selector also matches the pods of Deployment shop/cart-v2',
  ]);
});

test('so is one that does so by an expression', () => {
  const yaml = documents(controller('shop/all', 'matchExpressions: [{key: app, operator: In, values: [cart, pay]}]', 'app: pay', 'StatefulSet'), cart);
  expect(found(yaml, { checks })).toContain(
    'MESH020 overlapping-selectors | StatefulSet shop/all | spec.selector | the selector also matches the pods of Deployment shop/cart',
  );
});

test('a selector that leaves out the version of its pods is a warning', () => {
  expect(judge(cart, { checks }).findings.map(({ severity, message, repair }) => [severity, message, repair])).toEqual([[
    'warning',
    'the selector omits version, which the pods have: it would also match those of a Deployment with another version',
    'if another version will run next to it, create cart-v1 with a selector that includes version, and remove this one, since spec.selector is immutable; otherwise suppress this',
  ]]);
});

test('one that is called after its version already has to be made again', () => {
  const versioned = controller('shop/cart-v1', 'matchLabels: {app: cart}', 'app: cart, version: v1');
  expect(judge(versioned, { checks }).findings[0].repair).toBe(
    'if another version will run next to it, remove this one, and create it again with a selector that includes version, since spec.selector is immutable; otherwise suppress this',
  );
});

test('and an error where another version is named', () => {
  expect(judge(documents(cart, rule('shop/cart', 'cart', 'version: v2')), { checks }).findings.map(({ severity, message }) => [severity, message])).toEqual([
    ['error', 'the selector omits version, and DestinationRule shop/cart names version v2: it also matches the pods of that version'],
  ]);
});

test.each([
  ['a DestinationRule by its full host', rule('pay/cart', 'cart.shop.svc.cluster.local', 'version: v2')],
  ['a DestinationRule for a Service of another name', documents(rule('shop/basket', 'basket', 'version: v2'), service('shop/basket', 'app: cart'))],
  ['a TrafficSplit', documents(
    flowObject('split.smi-spec.io/v1alpha1', 'TrafficSplit', ['shop/cart', 'service: cart, backends: [{service: cart-v2, weight: 10}]']),
    service('shop/cart-v2', 'app: cart, version: v2'),
  )],
  ['a VirtualService', flowObject('networking.istio.io/v1', 'VirtualService', ['shop/cart', 'hosts: [cart], http: [{route: [{destination: {host: cart, subset: v2}}]}]'])],
])('the other version may be named by %s', (_, other) => {
  expect(judge(documents(cart, other), { checks }).findings.map(({ severity }) => severity)).toEqual(['error']);
});

test('so it is of a release, where another version is named', () => {
  const release = controller('shop/cart', 'matchLabels: {app: cart}', 'app: cart, version: "1.4.2"');
  expect(judge(documents(release, rule('shop/cart', 'cart', 'version: "1.5.0"')), { checks }).findings.map(({ severity }) => severity)).toEqual(['error']);
});

test.each(['v1', 'v2', '2', 'stable', 'defaced', 'facade'])('a version such as %s is for running beside another', version => {
  expect(judge(controller('shop/cart', 'matchLabels: {app: cart}', `app: cart, version: "${version}"`), { checks }).findings).toHaveLength(1);
});

test('another label may tell the versions', () => {
  const tracked = controller('shop/cart', 'matchLabels: {app: cart}', 'app: cart, track: stable');
  expect(found(documents(tracked, rule('shop/cart', 'cart', 'track: canary')), { checks })).toEqual([expect.stringContaining('names track canary')]);
});

test.each([
  ['only the version that is there is named', rule('shop/cart', 'cart', 'version: v1')],
  ['another version of another host is named', rule('shop/pay', 'pay', 'version: v2')],
  ['a host of that name of another namespace is split', rule('pay/cart', 'cart', 'version: v2')],
  ['a route names the version that is there', flowObject('networking.istio.io/v1', 'VirtualService', ['shop/cart', 'hosts: [cart], http: [{route: [{destination: {host: cart, subset: v1}}]}]'])],
  ['a route names a subset that a rule defines as this version', documents(
    flowObject('networking.istio.io/v1', 'VirtualService', ['shop/cart', 'hosts: [cart], http: [{route: [{destination: {host: cart, subset: next}}]}]']),
    rule('shop/cart', 'cart', 'version: v1'),
  )],
  ['a split names a Service that is not there', flowObject('split.smi-spec.io/v1alpha1', 'TrafficSplit', ['shop/cart', 'service: cart, backends: [{service: cart-v2, weight: 10}]'])],
])('it stays a warning where %s', (_, other) => {
  expect(judge(documents(cart, other), { checks }).findings.map(({ severity }) => severity)).toEqual(['warning']);
});

test.each([
  ['a selector with the version', controller('shop/cart', 'matchLabels: {app: cart, version: v1}', 'app: cart, version: v1')],
  ['a selector with the version in an expression', controller('shop/cart', 'matchExpressions: [{key: version, operator: Exists}]', 'app: cart, version: v1')],
  ...['1.4.2', 'v1.4', '1.4.2-rc.1', '2024-05-01', '20240501', '3f2a91c', '9c1185a5c5e9fc54612808977ee8f548b2258d31'].map((version): [string, string] => [
    `a version that changes with each release: ${version}`, controller('shop/cart', 'matchLabels: {app: cart}', `app: cart, version: "${version}"`),
  ]),
  ['pods without version', controller('shop/cart', 'matchLabels: {app: cart}', 'app: cart')],
  ['no selector', controller('shop/cart', '', 'app: cart, version: v1')],
  ['pods of another namespace', documents(controller('shop/cart', 'matchLabels: {app: cart}', 'app: cart'), controller('pay/cart', 'matchLabels: {app: cart}', 'app: cart'))],
  ['what Flagger targets', documents(cart, flowObject('flagger.app/v1beta1', 'Canary', ['shop/cart', 'targetRef: {kind: Deployment, name: cart}']))],
  ['a Job', flowObject('batch/v1', 'Job', ['shop/cart', 'selector: {matchLabels: {app: cart}}, template: {metadata: {labels: {app: cart, version: v1}}, spec: {}}'])],
  ['a ReplicaSet beside the Deployment that made it', documents(
    controller('shop/cart', 'matchLabels: {app: cart}', 'app: cart'),
    flowObject('apps/v1', 'ReplicaSet', ['shop/cart-1', 'selector: {matchLabels: {app: cart}}, template: {metadata: {labels: {app: cart}}, spec: {}}'],
      'ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: cart, uid: a}]'),
  )],
  ['a ReplicaSet whose Deployment nobody shows', flowObject(
    'apps/v1', 'ReplicaSet', ['shop/cart-1', 'selector: {matchLabels: {app: cart}}, template: {metadata: {labels: {app: cart, version: v1}}, spec: {}}'],
    'ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: cart, uid: a, controller: true}]',
  )],
])('nothing is said of %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
