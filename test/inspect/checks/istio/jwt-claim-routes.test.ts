import { jwtClaimRoutesCheck } from '../../../../lib/inspect/checks/istio/jwt-claim-routes';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject, yamlPod } from '../../../support/yaml-objects';

const checks = [jwtClaimRoutesCheck];
const route = (header: string, where = 'headers', gateways = 'edge'): string => (
  yamlObject(TYPES.virtualService, 'shop/cart', `spec: {gateways: [${gateways}], http: [{match: [{${where}: {"${header}": {exact: a}}}]}]}`)
);
const gateway = yamlObject(TYPES.gateway, 'shop/edge', 'spec: {selector: {app: edge}}');
const pod = yamlPod('web/edge', 'app: edge');
const authentication = (name: string, selector = ''): string => yamlObject(TYPES.requestAuthentication, name, `spec: {${selector}}`);
const claim = '@request.auth.claims.group';

test.each([
  ['no RequestAuthentication', '', 'headers', claim],
  ['no RequestAuthentication, where the claim must not be there', '', 'withoutHeaders', claim],
  ['no RequestAuthentication, where the claim stands in brackets', '', 'headers', '@Request.auth.claims[group]'],
  ['one for other pods', authentication('web/a', 'selector: {matchLabels: {app: other}}'), 'headers', claim],
  ['one of another namespace', authentication('shop/a'), 'headers', claim],
])('a route by a claim has %s', (_, yaml, where, header) => {
  const [finding, ...more] = found(yaml + gateway + pod + route(header, where), { checks });
  expect([finding, more]).toEqual([expect.stringMatching(new RegExp(
    '^IST0149 jwt-claim-route \\| VirtualService shop/cart \\| spec.http\\[0\\].match\\[0\\].*\\| '
    + 'no RequestAuthentication validates tokens in web/edge, a pod of the Gateway edge, so this route never matches$',
  )), []]);
});

test.each([
  ['a RequestAuthentication of the pods', authentication('web/a', 'selector: {matchLabels: {app: edge}}') + gateway + pod + route(claim)],
  ['a RequestAuthentication of their namespace', authentication('web/a') + gateway + pod + route(claim)],
  ['a RequestAuthentication of the mesh', authentication('istio-system/a') + gateway + pod + route(claim)],
  ['no claim', gateway + pod + route('x-group')],
  ['no name of a claim', gateway + pod + route('@request.auth.claims')],
  ['no gateway', gateway + pod + route(claim, 'headers', 'mesh')],
  ['a gateway that is not there', pod + route(claim)],
])('a route is not reported with %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('where the namespace of the pods is not shown, it cannot be judged', () => {
  const yaml = yamlObject(TYPES.gateway, 'shop/edge', 'spec: {selector: {istio: ingressgateway}}') + route(claim);
  expect(judge(yaml, { checks }).undecided.map(({ unknown }) => unknown)).toEqual(['RequestAuthentication for istio-system/istio-ingressgateway']);
});
