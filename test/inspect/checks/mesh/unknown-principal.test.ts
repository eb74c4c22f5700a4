import { unknownPrincipalCheck } from '../../../../lib/inspect/checks/mesh/unknown-principal';
import { deployment, documents, flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';
import { objectSet, SetInTest } from '../../../support/object-set';

const checks = [unknownPrincipalCheck];

const policy = (rule: string): string => flowObject('security.istio.io/v1', 'AuthorizationPolicy', ['shop/orders', `rules: [{${rule}}]`]);
const from = (source: string): string => policy(`from: [{source: {${source}}}]`);
const account = (place: string): string => flowObject('v1', 'ServiceAccount', [place, '']);
const web = [account('shop/web'), deployment('shop/web', 'app: web', 'serviceAccountName: web')];

test('an identity that no workload has is found where it stands', () => {
  expect(found(documents(from('principals: [cluster.local/ns/shop/sa/web]'), deployment('shop/web', 'app: web')), { checks })).toEqual([
    'MESH014 unknown-principal | AuthorizationPolicy shop/orders | spec.rules[0].from[0].source.principals[0]'
    + ' | ServiceAccount shop/web is not in the input; without it, no caller is cluster.local/ns/shop/sa/web',
  ]);
});

test('so is one whose account is there, and nobody runs as it', () => {
  const { findings } = judge(documents(from('serviceAccounts: [web]'), account('shop/web'), deployment('shop/web', 'app: web')), { checks });
  expect(findings.map(({ message, repair }) => [message, repair])).toEqual([
    ['no workload of namespace shop runs as web, so no caller is web', 'have the callers run as it with serviceAccountName'],
  ]);
});

describe('an identity is found', () => {
  test.each([
    ['that must not be', from('notPrincipals: [cluster.local/ns/shop/sa/cart]')],
    ['of an account alone', from('serviceAccounts: [shop/cart]')],
    ['of an account that must not be', from('notServiceAccounts: [cart]')],
    ['of a condition', policy('when: [{key: source.principal, values: [cluster.local/ns/shop/sa/cart]}]')],
    ['of a condition that must not be', policy('when: [{key: source.principal, notValues: [cluster.local/ns/shop/sa/cart]}]')],
  ])('%s', (_, objects) => {
    expect(judge(documents(objects, ...web), { checks }).findings).toHaveLength(1);
  });
});

describe('an account that the input does not show, though workloads run as it,', () => {
  const objects = documents(from('principals: [cluster.local/ns/shop/sa/cart]'), deployment('shop/cart', 'app: cart', 'serviceAccountName: cart'));

  test('is made by others', () => {
    expect(found(objects, { checks })).toEqual([]);
  });

  test('is missing where the input is everything', () => {
    expect(judge(objects, { checks, set: { complete: true } }).findings.map(({ message, repair }) => [message, repair])).toEqual([
      ['ServiceAccount shop/cart is not in the input; without it, no caller is cluster.local/ns/shop/sa/cart', 'add the ServiceAccount shop/cart'],
    ]);
  });
});

test('callers of another cluster of the mesh are known as well', () => {
  const clusters = (...objects: readonly string[]): SetInTest['clusters'] => [{ name: 'west', set: objectSet(documents(...objects)) }];
  const policyOfWeb = documents(from('principals: [cluster.local/ns/shop/sa/web]'), deployment('shop/orders', 'app: orders'));
  const inWest = [web, [account('shop/web')], []].map(objects => found(policyOfWeb, { checks, set: { complete: true, clusters: clusters(...objects) } }).length);
  expect(inWest).toEqual([0, 1, 1]);
});

describe('nothing is found', () => {
  test.each([
    ['where a workload runs as the account', from('principals: [cluster.local/ns/shop/sa/web, cluster.local/ns/shop/sa/web]')],
    ['of the account that pods have by themselves', from('principals: [cluster.local/ns/shop/sa/default]')],
    ['of a text with an asterisk', from('principals: ["*", "cluster.local/ns/shop/*", "*/sa/cart"]')],
    ['of a text that is no identity', from('principals: [cart, 5, null], serviceAccounts: [a/b/c]')],
    ['of the account of an installed gateway', from('principals: [cluster.local/ns/istio-system/sa/istio-ingressgateway-service-account]')],
    ['of the account of a gateway that istiod makes', documents(
      from('principals: [cluster.local/ns/shop/sa/edge-istio, cluster.local/ns/shop/sa/edge]'),
      flowObject('gateway.networking.k8s.io/v1', 'Gateway', ['shop/edge', '']),
    )],
    ['of other conditions', policy('when: [{key: source.ip, values: [cluster.local/ns/shop/sa/cart]}]')],
  ])('%s', (_, objects) => {
    expect(found(documents(objects, ...web), { checks, set: { complete: true } })).toEqual([]);
  });

  test('of a namespace that the input does not show, which is said to be unknown', () => {
    const { findings, undecided } = judge(from('principals: [cluster.local/ns/web/sa/web]'), { checks });
    expect([findings, undecided.map(({ unknown }) => unknown)]).toEqual([[], ['namespace web']]);
  });

  test('of an account that is assumed, and used', () => {
    const objects = documents(from('principals: [cluster.local/ns/shop/sa/cart]'), deployment('shop/cart', 'app: cart', 'serviceAccountName: cart'));
    expect(found(objects, { checks, set: { assumed: ['ServiceAccount shop/cart'] } })).toEqual([]);
  });

  test.each([
    ['of an account elsewhere, whose pods are there, too', [], ['ServiceAccount shop/cart']],
    ['of an account that pods elsewhere may run as', [account('shop/cart')], ['Deployment shop/cart']],
  ])('%s', (_, objects, assumed) => {
    expect(found(documents(from('principals: [cluster.local/ns/shop/sa/cart]'), ...objects, ...web), { checks, set: { complete: true, assumed } })).toEqual([]);
  });
});

describe('a trust domain', () => {
  const principal = from('principals: [other.org/ns/shop/sa/web]');

  test('that the mesh does not have is found, and weaker where nobody says which it has', () => {
    const message = 'the mesh has no trust domain other.org, so no caller is other.org/ns/shop/sa/web';
    const of = (meshConfig?: object): unknown => (
      judge(documents(principal, ...web), { checks, set: { meshConfig } }).findings.map(one => [one.message, one.severity])
    );
    expect([of(), of({ trustDomain: 'example.org' })]).toEqual([[[message, 'warning']], [[message, 'error']]]);
  });

  test.each([[{ trustDomain: 'other.org' }], [{ trustDomainAliases: ['other.org'] }]])('of the mesh, %j, is right', meshConfig => {
    expect(found(documents(principal, ...web), { checks, set: { meshConfig } })).toEqual([]);
  });
});
