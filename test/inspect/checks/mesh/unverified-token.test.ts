import { unverifiedTokenCheck } from '../../../../lib/inspect/checks/mesh/unverified-token';
import { judge } from '../../../support/judge';
import { deployment, kube, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const istio = (kind: string, place: string, spec: string, metadata = ''): string => {
  const [namespace, name] = place.split('/');
  return `{apiVersion: security.istio.io/v1, kind: ${kind}, metadata: {name: ${name}, namespace: ${namespace}${metadata}}, spec: ${spec}}`;
};
const of = (app: string): string => `selector: {matchLabels: {app: ${app}}}`;
const policy = (rules: string, more = of('cart'), place = 'shop/jwt'): string => istio('AuthorizationPolicy', place, `{rules: [${rules}], ${more}}`);
const authentication = (more: string, place = 'shop/tokens'): string => istio('RequestAuthentication', place, `{jwtRules: [{issuer: a}], ${more}}`);

const asking = policy('{from: [{source: {requestPrincipals: ["*"]}}]}');
const refusing = policy('{from: [{source: {notRequestPrincipals: ["*"]}}]}', `action: DENY, ${of('cart')}`);
const mesh = kube('Namespace shop labels: {istio-injection: enabled}');
const cart = deployment('shop/cart');
const waypoint = 'targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: edge}]';
const gateway = policy('{from: [{source: {requestPrincipals: ["*"]}}]}', 'selector: {matchLabels: {istio: ingressgateway}}', 'istio-system/jwt');
const complete = { complete: true };

const says = (path: string, effect = 'allows nobody', severity = 'error'): string[] => [
  `${severity} spec.rules[0].${path}: no RequestAuthentication for these workloads is in the input; without one, no request has a principal: the rule ${effect}`,
];
const principals = 'from[0].source.requestPrincipals';

ruleCases(unverifiedTokenCheck, [
  ['a policy that asks for a token nobody verifies', together(mesh, cart, asking), says(principals), complete],
  ['a policy for a claim', together(mesh, cart, policy('{when: [{key: "request.auth.claims[group]", values: [a]}]}')), says('when[0].key'), complete],
  ['a denial of requests without a token', together(mesh, cart, refusing), says('from[0].source.notRequestPrincipals', 'denies every request that it covers'), complete],
  ['a denial by a condition', together(mesh, cart, policy('{when: [{key: request.auth.principal, notValues: ["*"]}]}', 'action: DENY')),
    says('when[0].key', 'denies every request that it covers'), complete],
  ['tokens that are verified for others', together(mesh, cart, asking, authentication(of('checkout'))), says(principals, 'allows nobody', 'warning')],
  ['tokens that are verified for others, where this is everything', together(mesh, cart, asking, authentication(of('checkout'))), says(principals), complete],
  ['tokens that a gateway verifies', together(mesh, cart, asking, authentication('selector: {matchLabels: {istio: ingressgateway}}', 'istio-system/edge')), says(principals), complete],
  ['tokens of another namespace', together(mesh, cart, asking, authentication(of('cart'), 'lab/tokens')), says(principals), complete],
  ['a gateway', gateway, says(principals), complete],
  ['a waypoint', policy('{from: [{source: {requestPrincipals: ["*"]}}]}', waypoint), says(principals), complete],
], [
  ['tokens that are verified', together(mesh, cart, asking, authentication(of('cart'))), complete],
  ['tokens that are verified in the whole namespace', together(mesh, cart, asking, authentication('')), complete],
  ['tokens that are verified in the whole mesh', together(mesh, cart, asking, authentication('', 'istio-system/tokens')), complete],
  ['tokens that are verified for some of the pods', together(mesh, cart, policy('{from: [{source: {requestPrincipals: ["*"]}}]}', ''), authentication(of('cart'))), complete],
  ['an input that may lack it', together(mesh, cart, asking)],
  ['a RequestAuthentication that is said to be there', together(mesh, cart, asking), { complete: true, assumed: ['RequestAuthentication istio-system/jwt'] }],
  ['a filter of somebody else', together(mesh, cart, asking,
    '{apiVersion: networking.istio.io/v1alpha3, kind: EnvoyFilter, metadata: {name: a, namespace: shop}, spec: {configPatches: [{patch: {value: {name: envoy.filters.http.jwt_authn}}}]}}'), complete],
  ['a rule that callers pass without a token, too', together(mesh, cart, policy('{from: [{source: {requestPrincipals: ["*"]}}, {source: {namespaces: [web]}}]}')), complete],
  ['a policy that denies some tokens', together(mesh, cart, policy('{from: [{source: {requestPrincipals: ["a/b"]}}]}', 'action: DENY')), complete],
  ['a policy that is tried alone', together(mesh, cart, istio('AuthorizationPolicy', 'shop/jwt',
    '{rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]}', ', annotations: {istio.io/dry-run: "true"}')), complete],
  ['pods that are not shown', together(mesh, asking), complete],
  ['pods without a proxy', together(mesh, deployment('shop/cart', { labels: 'sidecar.istio.io/inject: "false"' }), asking), complete],
  ['pods in ambient mode', together(kube('Namespace shop labels: {istio.io/dataplane-mode: ambient}'), cart, asking), complete],
  ['a waypoint, where tokens are verified somewhere', together(
    policy('{from: [{source: {requestPrincipals: ["*"]}}]}', waypoint), authentication('targetRefs: [{kind: Service, group: "", name: cart}]'),
  ), complete],
]);

test('the namespace of which nothing is known is named', () => {
  expect(undecidedBy(unverifiedTokenCheck, together(mesh, cart, asking))).toEqual(['RequestAuthentications of namespace shop']);
  expect(undecidedBy(unverifiedTokenCheck, policy('{from: [{source: {requestPrincipals: ["*"]}}]}', waypoint))).toEqual([]);
});

test('the repair names one that is for others', () => {
  const repairOf = (...objects: string[]): unknown => (
    judge(together(mesh, cart, asking, ...objects), { checks: [unverifiedTokenCheck], set: complete }).findings[0].repair
  );
  const end = "; pass --assume 'RequestAuthentication shop/NAME' if it exists elsewhere";
  expect([repairOf(), repairOf(authentication(of('checkout')))]).toEqual([
    `add one for them${end}`, `add one for them, or extend RequestAuthentication shop/tokens to them, which selects app=checkout${end}`,
  ]);
});
