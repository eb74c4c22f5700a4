import { readFileSync } from 'node:fs';
import { Access, Caller, DefaultAccess, EastWestGateway, ExternalAuthorizer, GatewayTls, HttpMethod, JwtIssuer, JwtOptions, MutualTls, PathMatch } from '../../lib';
import { accessScene, AccessScene, answerIn, Guarded, isRefused, renderedScene, SceneProps, targetOf } from '../support/access-scene';
import type { PolicyAnswer, PolicyRequest } from '../support/policy-request';

const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com', audiences: ['orders'] });
const PARTNER = JwtIssuer.of({ issuer: 'https://partners.example.com' });
const STRANGER = JwtIssuer.of({ issuer: 'https://strangers.example.com' });

const claims = { iss: 'https://auth.example.com', sub: 'ann', aud: 'orders' };
const valid = { claims };
const invalid = { claims, isValid: false };
const forOthers = { claims: { ...claims, aud: 'billing' } };
const ofStranger = { claims: { iss: 'https://strangers.example.com', sub: 'eve' } };
const ofPartner = { claims: { iss: 'https://partners.example.com', sub: 'bob' } };

const web = 'cluster.local/ns/shop/sa/web';
const app = 'cluster.local/ns/shop/sa/app';
const daily = 'cluster.local/ns/reports/sa/daily';
const old = 'cluster.local/ns/old/sa/old';
const edge = 'cluster.local/ns/istio-system/sa/istio-ingressgateway';

/** A request, what becomes of it, and what else is so of the mesh. */
type Probe = readonly [request: Partial<PolicyRequest>, answer: PolicyAnswer['answer'], props?: SceneProps];

/** What the page says of a verb, by its own words, each with requests that show it. */
interface Row {
  readonly say: (access: Access, scene: AccessScene, guarded: Guarded) => void;
  readonly getsIn: Readonly<Record<string, readonly Probe[]>>;
  readonly staysOut: Readonly<Record<string, readonly Probe[]>>;
  /** at a gateway, where nobody is known by mutual TLS; undefined: an error there */
  readonly atGateways?: readonly Probe[];
}

const PERMISSIVE: SceneProps = { mesh: { mutualTls: MutualTls.PERMISSIVE } };
const fromThere = '192.0.2.7';
const everybody: readonly Probe[] = [[{ peer: web }, 403], [{ peer: daily, token: valid }, 403], [{}, 'no connection']];
const whoeverCalls: readonly Probe[] = [[{}, 'allowed'], [{ ip: fromThere }, 'allowed'], [{ token: ofPartner }, 'allowed']];

const ROWS: Readonly<Record<string, Row>> = {
  'nothing': {
    say: () => {},
    getsIn: { nobody: everybody },
    staysOut: { everybody },
    atGateways: whoeverCalls,
  },
  '`allowFrom(web)`': {
    say: (access, scene) => access.allowFrom(scene.web),
    getsIn: { '`web`, for everything': [[{ peer: web }, 'allowed'], [{ peer: web, method: 'DELETE', path: '/a?b', host: 'other' }, 'allowed']] },
    staysOut: {
      'everybody else': [[{ peer: app }, 403], [{ peer: 'cluster.local/ns/reports/sa/web' }, 403], [{ peer: `${web}-2` }, 403]],
      'whoever calls in plain text': [[{}, 'no connection'], [{}, 403, PERMISSIVE]],
    },
  },
  "`allowFrom(web, { paths: [PathMatch.exact('/a')] })`": {
    say: (access, scene) => access.allowFrom(scene.web, { paths: [PathMatch.exact('/a')] }),
    getsIn: { '`web` for `/a`, and for `//a`, which the service gets as `/a`': ['/a', '/a?b=c', '//a', '/%5Ca'].map(path => [{ peer: web, path }, 'allowed']) },
    staysOut: {
      '`web` for `/a/`, `/A`': ['/a/', '/A', '/', '/a/%2F', '/%255Ca'].map(path => [{ peer: web, path }, 403]),
    },
  },
  "`allowFrom(Caller.namespaces('reports'))`": {
    say: access => access.allowFrom(Caller.namespaces('reports')),
    getsIn: { 'every workload of `reports` with a proxy': [[{ peer: daily }, 'allowed']] },
    staysOut: { 'its pods without one': [[{}, 'no connection'], [{}, 403, PERMISSIVE], [{ peer: app }, 403]] },
  },
  "`allowFrom(Caller.cidr('192.0.2.0/24'))`": {
    say: access => access.allowFrom(Caller.cidr('192.0.2.0/24')),
    getsIn: {
      'connections from there, with a proxy': [[{ peer: app, ip: fromThere }, 'allowed'], [{ ip: fromThere }, 'no connection']],
      'in plain text where that is taken': [[{ ip: fromThere }, 'allowed', PERMISSIVE]],
    },
    staysOut: { 'clients there that come by a gateway: the connection is that of the gateway': [[{ peer: edge, clientIp: fromThere }, 403]] },
    atGateways: [[{ ip: fromThere }, 'allowed'], [{ ip: '198.51.100.1' }, 403], [{ ip: '198.51.100.1', clientIp: fromThere }, 403]],
  },
  '`allowFrom(Caller.anyone())`': {
    say: access => access.allowFrom(Caller.anyone()),
    getsIn: {
      'everybody with a proxy': [[{ peer: old, method: 'PUT' }, 'allowed']],
      'in plain text where that is taken': [[{}, 'no connection'], [{}, 'allowed', PERMISSIVE]],
    },
    staysOut: { 'nobody else': [[{}, 'no connection']] },
    atGateways: whoeverCalls,
  },
  '`allowFrom(Caller.token(issuer))`': {
    say: access => access.allowFrom(Caller.token(ISSUER)),
    getsIn: { 'whoever brings a valid token, by whichever way': [[{ peer: app, token: valid }, 'allowed'], [{ peer: edge, token: valid }, 'allowed']] },
    staysOut: {
      'a request without a token: 403': [[{ peer: app }, 403]],
      'with one that is not valid: 401, for another audience: 403': [[{ peer: app, token: invalid }, 401], [{ peer: app, token: forOthers }, 403]],
    },
    atGateways: [[{ token: valid }, 'allowed'], [{}, 403], [{ token: invalid }, 401], [{ token: forOthers }, 403], [{ token: ofPartner }, 401]],
  },
  '`acceptJwt(issuer)`': {
    say: access => access.acceptJwt(ISSUER),
    getsIn: { 'as without it': [[{ peer: app }, 403], [{ peer: app, token: valid }, 403]] },
    staysOut: { 'a request with a token that is not valid': [[{ peer: app, token: invalid }, 401], [{ peer: app, token: ofPartner }, 401]] },
    atGateways: [[{}, 'allowed'], [{ token: valid }, 'allowed'], [{ token: invalid }, 401]],
  },
  '`requireJwt(issuer)`': {
    say: (access, { orders }, guarded) => {
      orders.access.allowFrom(Caller.namespaces('shop'));
      orders.access.acceptJwt(PARTNER);
      access.requireJwt(ISSUER, seenPortsOf(guarded));
    },
    getsIn: { 'who is let in by another verb and has a token of this issuer': [[{ peer: app, token: valid }, 'allowed'], [{ peer: daily, token: valid }, 403]] },
    staysOut: {
      'who has none, or one of another issuer that the namespace or the mesh reads, whatever else lets him in': [
        [{ peer: app }, 403], [{ peer: app, token: invalid }, 401], [{ peer: app, token: ofPartner }, 403],
      ],
    },
    atGateways: [[{ token: valid }, 'allowed'], [{}, 403], [{ token: invalid }, 401], [{ token: ofPartner }, 401]],
  },
  '`requireAnyJwt([issuer, partner])`': {
    say: (access, { orders }, guarded) => {
      orders.access.allowFrom(Caller.namespaces('shop'));
      orders.access.acceptJwt(STRANGER);
      access.requireAnyJwt([ISSUER, PARTNER], seenPortsOf(guarded));
    },
    getsIn: {
      'who is let in by another verb and has a token of one of them': [
        [{ peer: app, token: valid }, 'allowed'], [{ peer: app, token: ofPartner }, 'allowed'], [{ peer: daily, token: valid }, 403],
      ],
    },
    staysOut: {
      'who has none, or one of a third issuer': [
        [{ peer: app }, 403], [{ peer: app, token: invalid }, 401], [{ peer: app, token: forOthers }, 403], [{ peer: app, token: ofStranger }, 403],
      ],
    },
    atGateways: [[{ token: valid }, 'allowed'], [{ token: ofPartner }, 'allowed'], [{}, 403], [{ token: ofStranger }, 401]],
  },
  "`denyFrom(Caller.namespaces('old'))`": {
    say: (access, { orders }) => {
      orders.access.allowFrom(Caller.anyone());
      access.denyFrom(Caller.namespaces('old'));
    },
    getsIn: { 'who is let in by another verb': [[{ peer: app }, 'allowed'], [{ peer: daily }, 'allowed']] },
    staysOut: { 'all of `old`, whatever else lets them in': [[{ peer: old }, 403]] },
  },
  '`askAuthorizer(authorizer)`': {
    say: (access, { orders }) => {
      orders.access.allowFrom(Caller.namespaces('shop'));
      access.askAuthorizer(ExternalAuthorizer.fromName('ask'));
    },
    getsIn: { 'who is let in by another verb, if the authorizer lets him pass': [[{ peer: app }, 'allowed'], [{ peer: daily }, 403]] },
    staysOut: { 'whom it refuses, also when another verb lets him in': [[{ peer: app, passes: { ask: false } }, 403], [{ peer: app, passes: {} }, 403]] },
    atGateways: [[{}, 'allowed'], [{ passes: { ask: false } }, 403], [{ passes: {} }, 403]],
  },
  '`auditFrom(...)`': {
    say: access => access.auditFrom(Caller.anyone()),
    getsIn: { 'as without it': everybody },
    staysOut: { 'as without it': everybody },
    atGateways: whoeverCalls,
  },
};

/** The table of the page, cell by cell. */
function tableOf(page: string, heading: string): string[][] {
  const [, section] = readFileSync(page, 'utf8').split(`\n## ${heading}\n`);
  const lines = section.split('\n## ')[0].split('\n');
  const first = lines.findIndex(line => line.startsWith('|'));
  const rows = lines.slice(first + 2, lines.findIndex((line, number) => number > first && !line.startsWith('|')));
  return rows.map(row => row.slice(1, -1).split(' | ').map(cell => cell.trim()));
}

describe('the page says of each verb who gets in', () => {
  test('and what it says is what is shown here', () => {
    const shown = Object.entries(ROWS).map(([verb, { getsIn, staysOut }]) => [verb, Object.keys(getsIn).join('; '), Object.keys(staysOut).join('; ')]);
    expect(tableOf('docs/concepts/access.md', 'Who gets in')).toEqual(shown);
  });

  describe.each<Guarded>(['service', 'namespace', 'mesh'])('of a %s', guarded => {
    test.each(Object.entries(ROWS))('%s', (_, { say, getsIn, staysOut }) => {
      expectAnswers(guarded, say, [getsIn, staysOut].flatMap(cell => Object.values(cell).flat()));
    });
  });

  describe.each<Guarded>(['gateway of Istio', 'gateway of the Kubernetes Gateway API'])('of a %s', guarded => {
    test.each(Object.entries(ROWS).filter(([, { atGateways }]) => atGateways !== undefined))('%s', (_, { say, atGateways }) => {
      expectAnswers(guarded, say, atGateways!);
    });

    // Whoever comes by a gateway has no certificate of the mesh: to name him by that lets in nobody, and denies nobody.
    test.each(Object.entries(ROWS).filter(([, { atGateways }]) => atGateways === undefined))('%s is an error', (_, { say }) => {
      expect(isRefused(() => said(guarded, say))).toBe(true);
    });
  });
});

/** Where nobody knows which ports there are, those of the pods have to be said that speak HTTP. */
function seenPortsOf(guarded: Guarded): JwtOptions {
  const options: object = ['namespace', 'mesh'].includes(guarded) ? { ports: [8080, 9090] } : {};
  return options;
}

function said(guarded: Guarded, say: Row['say'], props?: SceneProps): AccessScene {
  const scene = accessScene(props);
  say(scene.accessOf(guarded), scene, guarded);
  return scene;
}

function expectAnswers(guarded: Guarded, say: Row['say'], probes: readonly Probe[]): void {
  const scenes = new Map<SceneProps | undefined, any[]>();
  const answers = probes.map(([request, , props]) => {
    const objects = scenes.get(props) ?? renderedScene(said(guarded, say, props));
    scenes.set(props, objects);
    return [request, answerIn(objects, targetOf(guarded), request)];
  });
  expect(answers).toEqual(probes.map(([request, answer]) => [request, answer]));
}

describe('where the mesh is open', () => {
  const mesh = { defaultAccess: DefaultAccess.OPEN };

  test('everybody gets in until somebody is let in, and then nobody else', () => {
    const before = renderedScene(accessScene({ mesh }));
    const after = renderedScene(said('service', (access, scene) => access.allowFrom(scene.web), { mesh }));
    const answers = [before, after].map(objects => [web, app, daily].map(peer => answerIn(objects, targetOf('service'), { peer })));
    expect(answers).toEqual([['allowed', 'allowed', 'allowed'], ['allowed', 403, 403]]);
  });

  test('what a call lets in closes the rest as well', () => {
    const objects = renderedScene(said('service', (_, scene) => scene.web.calls(scene.orders), { mesh }));
    expect([web, app].map(peer => answerIn(objects, targetOf('service'), { peer }))).toEqual(['allowed', 403]);
  });
});

describe('a call for everything, by what the namespace says', () => {
  test.each<[string, SceneProps, Array<PolicyAnswer['answer']>]>([
    ['nothing, in a mesh that is closed', {}, ['allowed', 403, 403]],
    ['nothing, in a mesh that is open', { mesh: { defaultAccess: DefaultAccess.OPEN } }, ['allowed', 403, 403]],
    ['closed, in a mesh that is open', { mesh: { defaultAccess: DefaultAccess.OPEN }, namespace: { defaultAccess: DefaultAccess.DENY } }, ['allowed', 403, 403]],
    ['open: the call closes nothing', { namespace: { defaultAccess: DefaultAccess.OPEN } }, ['allowed', 'allowed', 'allowed']],
    ['open, in a mesh that is', { mesh: { defaultAccess: DefaultAccess.OPEN }, namespace: { defaultAccess: DefaultAccess.OPEN } }, ['allowed', 'allowed', 'allowed']],
  ])('%s', (_, props, answers) => {
    const objects = renderedScene(said('service', (__, scene) => scene.web.calls(scene.orders), props));
    expect([web, app, daily].map(peer => answerIn(objects, targetOf('service'), { peer }))).toEqual(answers);
    expect(objects.filter(({ kind, metadata: { name } }) => kind === 'AuthorizationPolicy' && name === 'orders')).toHaveLength(1);
    expect(objects.find(({ kind }) => kind === 'Sidecar').spec.egress).toEqual([{ hosts: ['shop/orders.shop.svc.cluster.local', 'istio-system/*'] }]);
  });

  test('for one method, where the namespace is open, is an error', () => {
    const props = { namespace: { defaultAccess: DefaultAccess.OPEN } };
    expect(isRefused(() => said('service', (_, scene) => scene.web.calls(scene.orders, { methods: [HttpMethod.GET] }), props))).toBe(true);
  });
});

describe('the page says what options hold for', () => {
  const asked: ReadonlyArray<[string, object, ReadonlyArray<readonly [request: Partial<PolicyRequest>, port: number, answer: PolicyAnswer['answer']]>]> = [
    ['methods', { methods: [HttpMethod.GET] }, [[{}, 8080, 'allowed'], [{ method: 'POST' }, 8080, 403], [{}, 3306, 403]]],
    ['a path, with ports of TCP', { paths: [PathMatch.below('/')] }, [[{ path: '/x' }, 9090, 'allowed'], [{}, 3306, 403]]],
    ['a host, with any port behind it or none', { hosts: ['shop.example.com'] }, [
      [{ host: 'shop.example.com' }, 8080, 'allowed'], [{ host: 'SHOP.example.com:8080' }, 8080, 'allowed'], [{ host: 'shop.example.com.org' }, 8080, 403],
    ]],
    ['hosts below one, without a port', { hosts: ['*.example.com'] }, [
      [{ host: 'shop.example.com' }, 8080, 'allowed'], [{ host: 'shop.example.com:80' }, 8080, 403], [{ host: 'example.com' }, 8080, 403],
    ]],
    ['a port of the Service', { ports: [80] }, [[{}, 8080, 'allowed'], [{}, 9090, 403], [{}, 3306, 403]]],
    ['a port of TCP', { ports: [3306] }, [[{}, 3306, 'allowed'], [{}, 8080, 403]]],
    ['nothing', {}, [[{}, 8080, 'allowed'], [{}, 9090, 'allowed'], [{}, 3306, 'allowed']]],
  ];

  test.each(asked)('%s', (_, options, probes) => {
    const objects = renderedScene(said('service', (access, scene) => access.allowFrom(scene.web, options), { hasTcp: true }));
    const answers = probes.map(([request, port]) => answerIn(objects, targetOf('service', port), { peer: web, ...request }));
    expect(answers).toEqual(probes.map(([, , answer]) => answer));
  });
});

describe('a token that is asked for', () => {
  test.each<[string, (scopes: { readonly narrow: Access; readonly wide: Access }) => void]>([
    ['is not one that the namespace reads', ({ narrow, wide }) => [wide.acceptJwt(PARTNER), narrow.requireJwt(ISSUER)]],
    ['is not one of the other issuer of whom the namespace asks', ({ narrow, wide }) => [wide.requireJwt(PARTNER, seenPortsOf('namespace')), narrow.requireJwt(ISSUER)]],
  ])('%s', (_, say) => {
    const scene = accessScene();
    scene.orders.access.allowFrom(Caller.anyone());
    say({ narrow: scene.orders.access, wide: scene.accessOf('namespace') });
    expect(answerIn(renderedScene(scene), targetOf('service'), { peer: app, token: ofPartner })).toBe(403);
  });

  test('of one of two issuers is enough', () => {
    const objects = renderedScene(said('service', access => {
      access.allowFrom(Caller.anyone());
      access.requireAnyJwt([ISSUER, PARTNER]);
    }));
    expect([valid, ofPartner, undefined].map(token => answerIn(objects, targetOf('service'), { peer: app, token }))).toEqual(['allowed', 'allowed', 403]);
  });

  test('is not needed for what is exempt, and nothing else is', () => {
    const objects = renderedScene(said('service', access => {
      access.allowFrom(Caller.anyone());
      access.requireJwt(ISSUER, { exemptPaths: [PathMatch.exact('/healthz')], exemptPreflights: true });
    }));
    const requests = [{ path: '/healthz' }, { method: 'OPTIONS' }, { path: '/healthz/' }, { path: '/HEALTHZ' }, { path: '/x/..%255Chealthz' }];
    expect(requests.map(request => answerIn(objects, targetOf('service'), { peer: app, ...request }))).toEqual(['allowed', 'allowed', 403, 403, 403]);
  });

  test.each<[string, 'allowFrom' | 'denyFrom', PolicyAnswer['answer']]>([
    ['lets in', 'allowFrom', 'allowed'], ['keeps out', 'denyFrom', 403],
  ])('%s a subject with a slash, or is an error', (_, verb, answer) => {
    const say = (): AccessScene => said('service', access => {
      access[verb](Caller.token(ISSUER).withSubject('team/ann'));
      if (verb === 'denyFrom') {
        access.allowFrom(Caller.anyone());
      }
    });
    const token = { claims: { ...claims, sub: 'team/ann' } };
    expect(isRefused(say) ? answer : answerIn(renderedScene(say()), targetOf('service'), { peer: app, token })).toBe(answer);
  });
});

// Of a rule that denies, a mesh leaves out what connections do not have, and so denies all of them.
describe('what is said of requests keeps no connection out, or is an error', () => {
  test.each<[string, (scene: AccessScene) => void]>([
    ['tokens, of a service', ({ orders }) => orders.access.requireJwt(ISSUER)],
    ['tokens, of a namespace', ({ accessOf }) => accessOf('namespace').requireJwt(ISSUER)],
    ['tokens, of the mesh', ({ accessOf }) => accessOf('mesh').requireJwt(ISSUER)],
    ['bearers of tokens, of a service', ({ orders }) => orders.access.denyFrom(Caller.token(ISSUER).withClaim('role', 'guest'))],
    ['bearers of tokens, of a namespace', ({ accessOf }) => accessOf('namespace').denyFrom(Caller.token(ISSUER).withClaim('role', 'guest'))],
    ['bearers of tokens, of the mesh', ({ accessOf }) => accessOf('mesh').denyFrom(Caller.token(ISSUER).withClaim('role', 'guest'))],
    ['methods, of a service', ({ orders, web: caller }) => orders.access.denyFrom(caller, { methods: [HttpMethod.DELETE] })],
    ['methods, of a namespace', ({ accessOf, web: caller }) => accessOf('namespace').denyFrom(caller, { methods: [HttpMethod.DELETE] })],
    ['methods, of the mesh', ({ accessOf, web: caller }) => accessOf('mesh').denyFrom(caller, { methods: [HttpMethod.DELETE] })],
    ['questions, of a namespace', ({ accessOf }) => accessOf('namespace').askAuthorizer(ExternalAuthorizer.fromName('ask'))],
  ])('%s', (_, say) => {
    const build = (): AccessScene => {
      const scene = accessScene({ hasTcp: true });
      scene.orders.access.allowFrom(scene.web);
      say(scene);
      return scene;
    };
    expect(isRefused(build) || answerIn(renderedScene(build()), targetOf('service', 3306), { peer: web }) === 'allowed').toBe(true);
  });

  test.each<[string, (access: Access) => void]>([
    ['tokens that are required', access => access.requireJwt(ISSUER)],
    ['tokens that are denied', access => access.denyFrom(Caller.token(ISSUER))],
    ['tokens that are allowed', access => access.allowFrom(Caller.token(ISSUER))],
    ['methods', access => access.denyFrom(Caller.cidr('192.0.2.0/24'), { methods: [HttpMethod.DELETE] })],
    ['questions', access => access.askAuthorizer(ExternalAuthorizer.fromName('ask'))],
  ])('of gateways that pass TLS on unread: %s', (_, say) => {
    const passing = (): AccessScene => said('gateway of Istio', say, { gateway: { tls: GatewayTls.passthrough() } });
    const between = (): AccessScene => {
      const scene = accessScene();
      say(new EastWestGateway(scene.chart, 'between').access);
      return scene;
    };
    expect([passing, between].map(isRefused)).toEqual([true, true]);
  });
});

// Istio asks one authorizer, and with two of them refuses all that they are to be asked about.
test('two scopes that ask different authorizers are an error, or let in whom both let pass', () => {
  const build = (): AccessScene => said('service', (access, { accessOf }) => {
    access.allowFrom(Caller.anyone());
    access.askAuthorizer(ExternalAuthorizer.fromName('ask'));
    accessOf('namespace').askAuthorizer(ExternalAuthorizer.fromName('other'));
  });
  const passes = { ask: true, other: true };
  expect(isRefused(build) || answerIn(renderedScene(build()), targetOf('service'), { peer: app, passes }) === 'allowed').toBe(true);
});
