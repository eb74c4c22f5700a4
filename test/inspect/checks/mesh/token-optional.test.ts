import { tokenOptionalCheck } from '../../../../lib/inspect/checks/mesh/token-optional';
import { deployment, documents, flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';

const checks = [tokenOptionalCheck];

const policy = (place: string, rules: string, more = ''): string => (
  flowObject('security.istio.io/v1', 'AuthorizationPolicy', [place, `rules: [${rules}], ${more}`])
);
const cart = 'selector: {matchLabels: {app: cart}}';
const ASKING = 'from: [{source: {requestPrincipals: ["*"]}}]';
const TOKEN = `{${ASKING}}`;
const refusing = (more: string): string => policy('shop/deny', `{from: [{source: {notRequestPrincipals: ["*"]}}], ${more}}`, 'action: DENY');
const PEER = '{from: [{source: {namespaces: [web]}}]}';

test('a policy that asks for a token beside one that does not is found', () => {
  expect(found(documents(policy('shop/jwt', TOKEN, cart), policy('shop/web', PEER, cart)), { checks })).toEqual([
    'MESH016 token-optional | AuthorizationPolicy shop/jwt | spec.rules'
    + ' | AuthorizationPolicy shop/web allows callers of the same workloads without a token, and matching one of the two is enough',
  ]);
});

describe('it is found', () => {
  test.each([
    ['where both apply to a whole namespace', policy('shop/jwt', TOKEN), policy('shop/web', PEER)],
    ['where the other applies to the whole mesh', policy('shop/jwt', TOKEN, cart), policy('istio-system/web', PEER)],
    ['where it applies to the whole mesh itself', policy('istio-system/jwt', TOKEN), policy('shop/web', PEER, cart)],
    ['where the token is asked for by a condition', policy('shop/jwt', '{when: [{key: "request.auth.claims[group]", values: [a]}]}'), policy('shop/web', PEER)],
    ['where the other admits everybody', policy('shop/jwt', TOKEN), policy('shop/all', '{}', 'action: ALLOW')],
    ['where some path is meant by both', policy('shop/jwt', '{from: [{source: {requestPrincipals: ["*"]}}], to: [{operation: {paths: ["/api/*"]}}]}'),
      policy('shop/web', '{to: [{operation: {paths: ["/api/orders", "/x"]}}]}')],
    ['where some path is meant by two beginnings', policy('shop/jwt', '{from: [{source: {requestPrincipals: ["*"]}}], to: [{operation: {paths: ["/a*"]}}]}'),
      policy('shop/web', '{to: [{operation: {paths: ["/api/*"]}}]}')],
    ['where pods have the labels of both', policy('shop/jwt', TOKEN, cart), documents(
      policy('shop/web', PEER, 'selector: {matchLabels: {tier: front}}'), deployment('shop/cart', 'app: cart, tier: front'),
    )],
    ['where both name one waypoint', policy('shop/jwt', TOKEN, 'targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: edge}]'),
      policy('shop/web', PEER, 'targetRef: {kind: Gateway, group: gateway.networking.k8s.io, name: edge}')],
    ['where requests without a token are refused elsewhere', policy('shop/jwt', TOKEN), documents(
      policy('shop/web', PEER), policy('pay/deny', '{from: [{source: {notRequestPrincipals: ["*"]}}]}', 'action: DENY'),
    )],
    ['where requests without a token are refused by pods of one kind', policy('shop/jwt', TOKEN), documents(
      policy('shop/web', PEER), policy('shop/deny', '{from: [{source: {notRequestPrincipals: ["*"]}}]}', `action: DENY, ${cart}`),
    )],
    ['where requests without a token are refused at other paths', policy('shop/jwt', TOKEN), documents(policy('shop/web', PEER), refusing('to: [{operation: {paths: ["/admin"]}}]'))],
    ['where they are refused at other paths than the policy names', policy('shop/jwt', `{${ASKING}, to: [{operation: {paths: ["/a/*"]}}]}`),
      documents(policy('shop/web', PEER), refusing('to: [{operation: {paths: ["/a/b"]}}]'))],
    ['where some callers alone are refused without a token', policy('shop/jwt', TOKEN), documents(
      policy('shop/web', PEER), policy('shop/deny', '{from: [{source: {notRequestPrincipals: ["*"], namespaces: [lab]}}]}', 'action: DENY'),
    )],
    ['where they are refused on a condition', policy('shop/jwt', TOKEN), documents(policy('shop/web', PEER), refusing('when: [{key: "request.headers[x]", values: [a]}]'))],
    ['where the other asks for what no token has', policy('shop/jwt', TOKEN), policy('shop/web', '{when: [{key: "request.auth.claims[iss]", notValues: [a]}]}')],
  ])('%s', (_, one, other) => {
    expect(found(documents(one, other), { checks })).toHaveLength(1);
  });
});

describe('nothing is found', () => {
  test.each([
    ['where no other policy is', policy('shop/jwt', TOKEN), ''],
    ['where the other is of another namespace', policy('shop/jwt', TOKEN), policy('pay/web', PEER)],
    ['where the other is of other pods', policy('shop/jwt', TOKEN, cart), policy('shop/web', PEER, 'selector: {matchLabels: {app: pay}}')],
    ['where no pod has the labels of both', policy('shop/jwt', TOKEN, cart), policy('shop/web', PEER, 'selector: {matchLabels: {tier: front}}')],
    ['where they name different waypoints', policy('shop/jwt', TOKEN, 'targetRefs: [{kind: Gateway, name: a}]'), policy('shop/web', PEER, 'targetRefs: [{kind: Gateway, name: b}]')],
    ['where the other refuses', policy('shop/jwt', TOKEN), policy('shop/web', PEER, 'action: DENY')],
    ['where the other is a rehearsal', policy('shop/jwt', TOKEN), flowObject(
      'security.istio.io/v1', 'AuthorizationPolicy', ['shop/web', `rules: [${PEER}]`], 'annotations: {istio.io/dry-run: "true"}',
    )],
    ['where the other asks for a token, too', policy('shop/jwt', TOKEN), policy('shop/web', '{from: [{source: {namespaces: [web], requestPrincipals: ["*"]}}]}')],
    ['where the policy asks for the caller, too', policy('shop/jwt', '{from: [{source: {requestPrincipals: ["*"], principals: [a]}}]}'), policy('shop/web', PEER)],
    ['where one of its rules asks for nothing', policy('shop/jwt', `${TOKEN}, {}`), policy('shop/web', PEER)],
    ['where it refuses itself', policy('shop/jwt', TOKEN, 'action: DENY'), policy('shop/web', PEER)],
    ['where it has no rules', policy('shop/jwt', ''), policy('shop/web', PEER)],
    ['where requests without a token are refused', policy('shop/jwt', TOKEN, cart), documents(
      policy('shop/web', PEER), policy('istio-system/deny', '{from: [{source: {notRequestPrincipals: ["*"]}}]}', 'action: DENY'),
    )],
    ['where they are refused at the same waypoint', policy('shop/jwt', TOKEN, 'targetRefs: [{kind: Gateway, name: a}]'), documents(
      policy('shop/web', PEER, 'targetRefs: [{kind: Gateway, name: a}]'),
      policy('shop/deny', '{from: [{source: {notRequestPrincipals: ["*"]}}]}', 'action: DENY, targetRefs: [{kind: Gateway, name: a}]'),
    )],
    ['where the policy asks for what no token has', policy('shop/jwt', '{when: [{key: "request.auth.claims[iss]", notValues: [a]}]}'), policy('shop/web', PEER)],
    ['where requests without a token are refused but for probes', policy('shop/jwt', TOKEN), documents(policy('shop/web', PEER), refusing('to: [{operation: {notPaths: [/health]}}]'))],
    ['where they are refused at the ports that count', policy('shop/jwt', TOKEN), documents(policy('shop/web', PEER), refusing('to: [{operation: {ports: ["8080"]}}]'))],
    ['where they are refused at all paths of the policy', policy('shop/jwt', `{${ASKING}, to: [{operation: {paths: ["/a/b", "/a/c"]}}]}`),
      documents(policy('shop/web', PEER), refusing('to: [{operation: {paths: ["/a/*"]}}]'))],
    ['where they are refused at all paths of the other', policy('shop/jwt', TOKEN),
      documents(policy('shop/web', '{to: [{operation: {paths: ["/a"]}}]}'), refusing('to: [{operation: {paths: ["/a"]}}]'))],
    ['where they are refused by a condition', policy('shop/jwt', TOKEN), documents(
      policy('shop/web', PEER), policy('shop/deny', '{when: [{key: request.auth.principal, notValues: ["*"]}]}', 'action: DENY'),
    )],
    ['where the other means other ports', policy('shop/jwt', '{from: [{source: {requestPrincipals: ["*"]}}], to: [{operation: {ports: ["8080"]}}]}'),
      policy('shop/metrics', '{to: [{operation: {ports: ["9090"]}}]}')],
    ['where the other means other paths', policy('shop/jwt', '{from: [{source: {requestPrincipals: ["*"]}}], to: [{operation: {paths: ["/api/*", "/v1"]}}]}'),
      policy('shop/health', '{to: [{operation: {paths: ["/health"]}}]}')],
  ])('%s', (_, one, other) => {
    expect(found(documents(one, other), { checks })).toEqual([]);
  });
});

describe('tokens that are verified, and that nobody asks for', () => {
  const mesh = flowObject('v1', 'Namespace', ['/shop', ''], 'labels: {istio-injection: enabled}');
  const authentication = (rule = '', more = cart): string => (
    flowObject('security.istio.io/v1', 'RequestAuthentication', ['shop/tokens', `jwtRules: [{issuer: a, ${rule}}], ${more}`])
  );
  const all = { checks, set: { complete: true } };
  const pods = documents(mesh, deployment('shop/cart', 'app: cart'));

  test.each([
    ['where no policy is', documents(pods, authentication())],
    ['where a policy admits by other means', documents(pods, authentication(), policy('shop/web', PEER))],
    ['where tokens are asked for elsewhere', documents(pods, authentication(), policy('shop/jwt', TOKEN, 'selector: {matchLabels: {app: pay}}'))],
    ['at a waypoint', authentication('', 'targetRefs: [{kind: Service, group: "", name: cart}]')],
  ])('are found %s', (_, yaml) => {
    expect(judge(yaml, all).findings.map(({ severity, path, message }) => [severity, path, message])).toEqual([
      ['info', 'spec.jwtRules', 'this rejects invalid tokens, but no AuthorizationPolicy in the input requires one, so requests without a token pass'],
    ]);
    expect(found(yaml, { checks })).toEqual([]);
  });

  test.each([
    ['where a policy asks for one', documents(pods, authentication(), policy('shop/jwt', TOKEN, cart))],
    ['where requests without one are refused', documents(pods, authentication(), refusing(''))],
    ['where somebody else decides', documents(pods, authentication(), policy('shop/opa', '{}', `action: CUSTOM, ${cart}`))],
    ['where a condition speaks of claims', documents(pods, authentication(), policy('shop/jwt', '{when: [{key: "request.auth.claims[iss]", notValues: [a]}]}'))],
    ['where the application gets the token', documents(pods, authentication('forwardOriginalToken: true'))],
    ['where routes go by claims', documents(pods, authentication(), flowObject('networking.istio.io/v1', 'VirtualService', [
      'shop/cart', 'http: [{match: [{headers: {"@request.auth.claims.sub": {exact: a}}}]}]',
    ]))],
    ['where no pod is shown', documents(mesh, authentication())],
    ['at a waypoint, where a policy asks for one somewhere', documents(authentication('', 'targetRef: {kind: Service, group: "", name: cart}'), policy('web/jwt', TOKEN))],
    ['where there are no rules', documents(pods, authentication().replace('jwtRules', 'other'))],
  ])('are not found %s', (_, yaml) => {
    expect(found(yaml, all)).toEqual([]);
  });

  test('are not found where a policy is said to be elsewhere', () => {
    expect(found(documents(pods, authentication()), { checks, set: { complete: true, assumed: ['AuthorizationPolicy istio-system/jwt'] } })).toEqual([]);
  });
});
