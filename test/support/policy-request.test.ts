import { answerTo, PolicyAnswer, PolicyRequest, PolicyTarget } from './policy-request';

const target: PolicyTarget = { namespace: 'shop', labels: { app: 'orders' }, port: 8080, protocol: 'http' };
const tcp: PolicyTarget = { ...target, port: 3306, protocol: 'tcp' };
const web = 'cluster.local/ns/shop/sa/web';
const issuer = 'https://auth.example.com';
const token = { claims: { iss: issuer, sub: 'ann', aud: ['orders'], scope: 'read write', realm: { roles: ['clerk'] }, level: 3 } };

function policy(action: string, rules: unknown[] | undefined, { name = 'one', namespace = 'shop', ...spec }: any = {}): any {
  return { kind: 'AuthorizationPolicy', metadata: { name, namespace }, spec: { action, rules, ...spec } };
}

function tokens(jwtRules: unknown[], namespace = 'shop'): any {
  return { kind: 'RequestAuthentication', metadata: { name: 'tokens', namespace }, spec: { jwtRules } };
}

function connections(mtls: object | undefined, { name = 'one', namespace = 'shop', ...spec }: any = {}): any {
  return { kind: 'PeerAuthentication', metadata: { name, namespace }, spec: { mtls, ...spec } };
}

function answer(objects: readonly any[], request: Partial<PolicyRequest> = {}, at = target): PolicyAnswer['answer'] {
  return answerTo(objects, at, { peer: web, ip: '10.244.0.9', method: 'GET', host: 'orders', path: '/', ...request }).answer;
}

/** Whether a rule fits a request: nothing else lets it in. */
function fits(rule: unknown, request: Partial<PolicyRequest> = {}): boolean {
  return answer([tokens([{ issuer }]), policy('ALLOW', [rule])], request) === 'allowed';
}

const from = (source: object) => ({ from: [{ source }] });
const to = (operation: object) => ({ to: [{ operation }] });
const when = (key: string, ...values: string[]) => ({ when: [{ key, values }] });

test('without a policy everybody gets in, and one that lets nobody in shuts out all', () => {
  expect([answer([]), answer([policy('ALLOW', undefined)]), answer([policy('ALLOW', [{}])]), answer([policy('DENY', undefined)])])
    .toEqual(['allowed', 403, 'allowed', 'allowed']);
});

test('what is asked comes before what is denied, and that before what is allowed; what is noted changes nothing', () => {
  const all = [policy('ALLOW', [{}]), policy('DENY', [to({ paths: ['/deny'] })], { name: 'two' }), policy('CUSTOM', [to({ paths: ['/*'] })], { provider: { name: 'ask' }, name: 'three' })];
  const decided = (path: string, passes: Readonly<Record<string, boolean>>) => answerTo(all, target, { ip: '10.0.0.1', method: 'GET', host: 'orders', path, passes }).by;
  expect([decided('/deny', { ask: false }), decided('/deny', { ask: true }), decided('/', { ask: true }), decided('/', {})])
    .toEqual(['ns[shop]-policy[three]-rule[0]', 'ns[shop]-policy[two]-rule[0]', 'ns[shop]-policy[one]-rule[0]', 'ns[shop]-policy[three]-rule[0]']);
  expect(answer([policy('AUDIT', [{}])])).toBe('allowed');
});

test('of two who are to be asked both have to let pass', () => {
  const both = [policy('CUSTOM', [{}], { provider: { name: 'a' } }), policy('CUSTOM', [to({ paths: ['/b'] })], { name: 'two', provider: { name: 'b' } })];
  expect([answer(both, { path: '/b', passes: { a: true, b: true } }), answer(both, { path: '/b', passes: { a: true, b: false } })]).toEqual(['allowed', 403]);
});

test.each<[string, any, PolicyAnswer['answer']]>([
  ['the root namespace', policy('DENY', [{}], { namespace: 'istio-system' }), 403],
  ['another namespace', policy('DENY', [{}], { namespace: 'lab' }), 'allowed'],
  ['labels of these pods', policy('DENY', [{}], { selector: { matchLabels: { app: 'orders' } } }), 403],
  ['labels of others', policy('DENY', [{}], { selector: { matchLabels: { app: 'orders', version: 'v2' } } }), 'allowed'],
  ['labels, in the root namespace', policy('DENY', [{}], { namespace: 'istio-system', selector: { matchLabels: { app: 'orders' } } }), 403],
  ['a Service, which waypoints read', policy('DENY', [{}], { targetRefs: [{ kind: 'Service', name: 'orders' }] }), 'allowed'],
])('a policy of %s', (_, object, expected) => {
  expect(answer([object])).toBe(expected);
});

test('a Gateway is found by its name, in its own namespace', () => {
  const gateway = { ...target, labels: { 'gateway.networking.k8s.io/gateway-name': 'edge' }, isGateway: true };
  const named = (name: string, namespace: string) => policy('DENY', [{}], { namespace, targetRefs: [{ kind: 'Gateway', name }] });
  expect([named('edge', 'shop'), named('other', 'shop'), named('edge', 'lab')].map(object => answer([object], {}, gateway))).toEqual([403, 'allowed', 'allowed']);
});

describe('a rule fits', () => {
  test.each<[string, unknown, Partial<PolicyRequest>, boolean]>([
    ['one of two sources', { from: [{ source: { namespaces: ['lab'] } }, { source: { principals: [web] } }] }, {}, true],
    ['no source of which one field does not fit', from({ principals: [web], namespaces: ['lab'] }), {}, false],
    ['one of two values', from({ namespaces: ['lab', 'shop'] }), {}, true],
    ['sources and operations together', { ...from({ namespaces: ['shop'] }), ...to({ methods: ['POST'] }) }, {}, false],
    ['conditions as well', { ...from({ namespaces: ['shop'] }), ...when('source.namespace', 'lab') }, {}, false],
    ['a beginning', from({ principals: ['cluster.local/ns/shop/*'] }), {}, true],
    ['an end', from({ principals: ['*/sa/web'] }), {}, true],
    ['whoever is somebody', from({ principals: ['*'] }), {}, true],
    ['nobody', from({ principals: ['*'] }), { peer: undefined }, false],
    ['not with the scheme of identities', from({ principals: [`spiffe://${web}`] }), {}, false],
    ['no namespace in plain text', from({ namespaces: ['*'] }), { peer: undefined }, false],
    ['who is not named, in plain text as well', from({ notNamespaces: ['shop'] }), { peer: undefined }, true],
    ['not who is named', from({ notPrincipals: [web] }), {}, false],
    ['an address', from({ ipBlocks: ['10.244.0.9'] }), {}, true],
    ['a range', from({ ipBlocks: ['10.244.0.0/16'] }), {}, true],
    ['a range of the sixth version', from({ ipBlocks: ['2001:db8::/32'] }), { ip: '2001:db8::7' }, true],
    ['no other range', from({ ipBlocks: ['192.0.2.0/24'] }), { clientIp: '192.0.2.1' }, false],
    ['a client that proxies tell of', from({ remoteIpBlocks: ['192.0.2.0/24'] }), { clientIp: '192.0.2.1' }, true],
    ['a host in any case', to({ hosts: ['ORDERS'] }), {}, true],
    ['no host with a port', to({ hosts: ['orders'] }), { host: 'orders:80' }, false],
    ['any port behind it', to({ hosts: ['orders:*'] }), { host: 'orders:80' }, true],
    ['a port of the pod', to({ ports: ['8080'] }), {}, true],
    ['no other port', to({ notPorts: ['8080'] }), {}, false],
    ['a path without its query', to({ paths: ['/a'] }), { path: '/a?b=c' }, true],
    ['a path that is unescaped and resolved', to({ paths: ['/a'] }), { path: '/x/../%61' }, true],
    ['no path with two slashes', to({ paths: ['/a*'] }), { path: '//a' }, false],
    ['no escaped slash', to({ paths: ['/a/b'] }), { path: '/a%2Fb' }, false],
    ['a beginning of which the rest is escaped', to({ paths: ['/public/*'] }), { path: '/public/%5C..%5Cadmin' }, true],
    ['an asterisk in the middle for itself', to({ paths: ['/a/*/b'] }), { path: '/a/x/b' }, false],
    ['one segment', to({ paths: ['/a/{*}/b'] }), { path: '/a/x/b' }, true],
    ['no empty segment', to({ paths: ['/a/{*}/b'] }), { path: '/a//b' }, false],
    ['no two segments', to({ paths: ['/a/{*}/b'] }), { path: '/a/x/y/b' }, false],
    ['whatever is below', to({ paths: ['/a/{**}'] }), { path: '/a/' }, true],
    ['not what is above', to({ paths: ['/a/{**}'] }), { path: '/a' }, false],
    ['a header', when('request.headers[X-Version]', 'v*'), { headers: { 'x-version': 'v1' } }, true],
    ['no header that is not there', when('request.headers[x-version]', '*'), {}, false],
  ])('%s', (_, rule, request, expected) => {
    expect(fits(rule, request)).toBe(expected);
  });

  test.each<[string, unknown, boolean]>([
    ['an issuer and any subject', from({ requestPrincipals: [`${issuer}/*`] }), true],
    ['both', from({ requestPrincipals: [`${issuer}/ann`] }), true],
    ['another issuer', from({ requestPrincipals: ['https://other.example.com/*'] }), false],
    ['any token', from({ requestPrincipals: ['*'] }), true],
    ['no token', from({ notRequestPrincipals: ['*'] }), false],
    ['the issuer by its beginning', from({ requestPrincipals: ['https://auth.example.com/a*'] }), true],
    ['a subject by its end', from({ requestPrincipals: ['*ann'] }), true],
    ['a word of the scope', when('request.auth.claims[scope]', 'write'), true],
    ['not all words of the scope', when('request.auth.claims[scope]', 'read write'), false],
    ['one of a list within another claim', when('request.auth.claims[realm][roles]', 'clerk'), true],
    ['no name with a dot', when('request.auth.claims[realm.roles]', 'clerk'), false],
    ['no number', when('request.auth.claims[level]', '3'), false],
    ['an audience', when('request.auth.audiences', 'orders'), true],
    ['a claim that is not there', { when: [{ key: 'request.auth.claims[tier]', notValues: ['gold'] }] }, true],
  ])('a token: %s', (_, rule, expected) => {
    expect(fits(rule, { token })).toBe(expected);
  });

  test('no subject with a slash: the last slash divides', () => {
    expect(fits(from({ requestPrincipals: [`${issuer}/team/ann`] }), { token: { claims: { iss: issuer, sub: 'team/ann' } } })).toBe(false);
  });

  test('no principal without a subject', () => {
    expect(fits(from({ requestPrincipals: ['*'] }), { token: { claims: { iss: issuer } } })).toBe(false);
  });
});

describe('tokens', () => {
  const read = tokens([{ issuer, audiences: ['orders'] }]);

  test.each<[string, any[], PolicyRequest['token'], PolicyAnswer['answer']]>([
    ['none', [read], undefined, 'allowed'],
    ['a valid one', [read], token, 'allowed'],
    ['one that is not valid', [read], { ...token, isValid: false }, 401],
    ['one of an issuer that is not read', [read], { claims: { iss: 'other', sub: 'ann' } }, 401],
    ['one for another audience', [read], { claims: { iss: issuer, sub: 'ann', aud: 'billing' } }, 403],
    ['one that nobody looks for', [], { ...token, isValid: false }, 'allowed'],
    ['one in a place where nobody looks', [read], { ...token, isValid: false, place: 'cookie:session' }, 'allowed'],
    ['one in the query', [read], { ...token, isValid: false, place: 'query:access_token' }, 401],
    ['one in a place of its own', [tokens([{ issuer, fromCookies: ['session'] }])], { ...token, isValid: false, place: 'cookie:session' }, 401],
    ['one that the mesh reads', [read, tokens([{ issuer: 'other' }], 'istio-system')], { claims: { iss: 'other', sub: 'ann' } }, 'allowed'],
  ])('%s', (_, objects, given, expected) => {
    expect(answer(objects, { token: given })).toBe(expected);
  });

  test('are not read where the proxy sees no requests', () => {
    expect(answer([read], { token: { ...token, isValid: false } }, tcp)).toBe('allowed');
  });
});

describe('where the proxy sees no requests', () => {
  test.each<[string, any, PolicyAnswer['answer']]>([
    ['what is allowed for requests is allowed to nobody', policy('ALLOW', [{ ...from({ namespaces: ['shop'] }), ...to({ methods: ['GET'] }) }]), 403],
    ['nor where only one of two operations asks for it', policy('ALLOW', [{ to: [{ operation: { ports: ['3306'] } }, { operation: { paths: ['/a'] } }] }]), 403],
    ['what is denied for requests is denied for all', policy('DENY', [to({ methods: ['DELETE'] })]), 403],
    ['whatever else is asked still holds', policy('DENY', [{ ...from({ namespaces: ['lab'] }), ...to({ methods: ['DELETE'] }) }]), 'allowed'],
    ['such as the port', policy('DENY', [{ ...from({ notRequestPrincipals: ['*'] }), ...to({ ports: ['8080'] }) }]), 'allowed'],
    ['who is not known lets nobody pass', policy('CUSTOM', [{}], { provider: { name: 'stranger' } }), 403],
    ['nobody is asked', policy('CUSTOM', [{}], { provider: { name: 'ask' } }), 'allowed'],
  ])('%s', (_, object, expected) => {
    expect(answer([object], { passes: { ask: false } }, tcp)).toBe(expected);
  });
});

describe('connections', () => {
  const strict = { mode: 'STRICT' };

  test.each<[string, any[], PolicyAnswer['answer']]>([
    ['both kinds, where nothing is said', [], 'allowed'],
    ['mutual TLS alone, by the mesh', [connections(strict, { namespace: 'istio-system' })], 'no connection'],
    ['what the namespace says', [connections(strict, { namespace: 'istio-system' }), connections({ mode: 'PERMISSIVE' })], 'allowed'],
    ['what is said of the pods', [connections({ mode: 'PERMISSIVE' }), connections(strict, { name: 'two', selector: { matchLabels: { app: 'orders' } } })], 'no connection'],
    ['what is said of the port', [connections(strict, { selector: { matchLabels: { app: 'orders' } }, portLevelMtls: { 8080: { mode: 'PERMISSIVE' } } })], 'allowed'],
    ['not of a port of a whole namespace', [connections(strict, { portLevelMtls: { 8080: { mode: 'PERMISSIVE' } } })], 'no connection'],
    ['the wider, where the narrower leaves it unset', [connections(strict, { namespace: 'istio-system' }), connections({ mode: 'UNSET' })], 'no connection'],
    ['nothing of labels in the root namespace', [connections(strict, { namespace: 'istio-system', selector: { matchLabels: { app: 'orders' } } })], 'allowed'],
    ['the first by name of two', [connections(strict, { name: 'b' }), connections({ mode: 'PERMISSIVE' }, { name: 'a' })], 'allowed'],
  ])('%s', (_, objects, expected) => {
    expect(answer(objects, { peer: undefined })).toBe(expected);
  });

  test('in plain text alone nobody is anybody', () => {
    expect(answer([connections({ mode: 'DISABLE' }), policy('ALLOW', [from({ principals: ['*'] })])])).toBe(403);
  });

  test('those of a gateway are as its servers say', () => {
    expect(answer([connections(strict)], { peer: undefined }, { ...target, isGateway: true })).toBe('allowed');
  });
});

test.each<[string, unknown, string]>([
  ['a field', from({ serviceAccounts: ['web'] }), 'a policy has "serviceAccounts", of which nothing is known here'],
  ['a condition', when('connection.sni', 'orders'), 'a policy asks for "connection.sni", of which nothing is known here'],
])('%s that is not known is an error', (_, rule, message) => {
  expect(() => fits(rule)).toThrow(new Error(message));
});
