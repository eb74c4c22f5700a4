import { Chart } from 'cdk8s';
import {
  AppProtocol, Caller, DefaultAccess, ExternalAuthorizer, GatewayTls, HttpMethod, IngressGateway, Istio, JwtIssuer, Match, MeshNamespace,
  MeshPlatform, MeshService, MeshServiceProps, PathMatch,
} from '../../../../lib';
import { guardedChart, policiesOf, problemsOf, serviceIn } from '../../../support/guarded-chart';

const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });
const OTHER = JwtIssuer.of({ issuer: 'https://login.example.com' });
const OPA = ExternalAuthorizer.fromName('opa');
const OPEN = DefaultAccess.OPEN;

interface Shop {
  readonly web: MeshService;
  readonly orders: MeshService;
  readonly app: MeshService;
  readonly old: MeshService;
  readonly chart: Chart;
}

/** A shop whose `web` sends requests for orders on. */
function shopOf(say: (shop: Shop) => void, defaultAccess = DefaultAccess.DENY, props: Partial<MeshServiceProps> = {}): Chart {
  const chart = guardedChart(Istio.mesh({ defaultAccess }));
  const [web, orders, app, old] = ['web', 'orders', 'app', 'old'].map(name => serviceIn(chart, name, props));
  web.traffic.route('orders', Match.path(PathMatch.below('/orders')), orders);
  say({ web, orders, app, old, chart });
  return chart;
}

function rulesOf(say: (shop: Shop) => void, props: Partial<MeshServiceProps> = {}): unknown {
  return policiesOf(shopOf(say, DefaultAccess.DENY, props))['shop/orders'].rules;
}

/** An account of the shop, and what else is asked for. */
function from(name: string, source: object = {}, others: object = {}): object {
  return { from: [{ source: { principals: [`cluster.local/ns/shop/sa/${name}`], ...source } }], ...others };
}

const GETS = 'shop/orders: gets requests that "shop/web" forwards,';
const DENIED = `${GETS} also those of callers that are denied there, because they cannot be distinguished here. Use access.denyFrom for the same callers here, or access.allowFrom if they may call it.`;
const UNPROVEN = `${GETS} also those without the tokens that are required there. Use access.requireJwt with the same issuers here.`;
const UNASKED = `${GETS} and does not ask "opa" about them, as that does. Use access.askAuthorizer with the same authorizer here.`;
const CLOSED = `${GETS} where everyone may call, but refuses callers that are not named here. Set there who may call, or use access.allowFrom(Caller.anyone()) here.`;

describe('whom a service denies', () => {
  test('does not come with the requests that it sends on', () => {
    const rules = rulesOf(({ web, app, old }) => {
      web.access.allowFrom(app);
      web.access.denyFrom(old);
    });
    expect(rules).toEqual([from('app')]);
  });

  test.each<[string, (shop: Shop) => void]>([
    ['one of a namespace', ({ web, old }) => [web.access.allowFrom(Caller.namespaces('shop')), web.access.denyFrom(old)]],
    ['one of all', ({ web, old }) => [web.access.denyFrom(old), web.access.allowFrom(Caller.anyone())]],
    ['an address', ({ web, app }) => [web.access.allowFrom(app), web.access.denyFrom(Caller.cidr('192.0.2.0/24'))]],
    ['one method of somebody', ({ web, old }) => [web.access.allowFrom(old), web.access.denyFrom(old, { methods: [HttpMethod.DELETE] })]],
    ['more methods than are denied here', ({ web, orders, old }) => [web.access.denyFrom(old), web.access.allowFrom(Caller.namespaces('shop')), orders.access.denyFrom(old, { methods: [HttpMethod.GET] })]],
  ])('is an error where others come who may be the same: %s', (_, say) => {
    expect(problemsOf(shopOf(say))).toEqual([DENIED]);
  });

  test.each<[string, (shop: Shop) => void]>([
    ['is denied here, too', ({ orders, old }) => orders.access.denyFrom(old)],
    ['is denied here with others', ({ orders }) => orders.access.denyFrom(Caller.namespaces('shop'))],
    ['may call it', ({ orders, old }) => orders.access.allowFrom(old)],
  ])('is none who %s', (_, say) => {
    const chart = shopOf(shop => {
      shop.web.access.allowFrom(Caller.namespaces('shop'));
      shop.web.access.denyFrom(shop.old);
      say(shop);
    });
    expect(problemsOf(chart)).toEqual([]);
  });

  test('is none who is surely another', () => {
    const chart = shopOf(({ web, app, old }) => {
      web.access.allowFrom(app);
      web.access.allowFrom(Caller.namespaces('pay'));
      [old, Caller.namespaces('books')].forEach(caller => web.access.denyFrom(caller));
    });
    expect(problemsOf(chart)).toEqual([]);
  });

  test('may call what everybody may call, but for one who is told by the request', () => {
    expect(problemsOf(shopOf(({ web, old }) => web.access.denyFrom(old), OPEN))).toEqual([]);
    expect(problemsOf(shopOf(({ web }) => web.access.denyFrom(Caller.token(ISSUER).withClaim('role', 'guest')), OPEN))).toEqual([DENIED]);
  });
});

describe('whose token a service requires', () => {
  test('brings it along with the requests that it sends on', () => {
    const rules = rulesOf(({ web, orders, app }) => {
      web.access.requireJwt(ISSUER, { exemptPreflights: true, exemptPaths: [PathMatch.exact('/healthz')] });
      web.access.allowFrom(app);
      orders.access.acceptJwt(ISSUER);
    });
    expect(rules).toEqual([
      from('app', { requestPrincipals: ['https://auth.example.com/*'] }), from('app', {}, { to: [{ operation: { methods: ['OPTIONS'] } }] }),
    ]);
  });

  test('is the gateway as well, which brings those of its clients', () => {
    const rules = rulesOf(({ web, orders, chart }) => {
      const edge = new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none(), podNamespace: 'edge', serviceAccount: 'edge' });
      web.exposeVia(edge, { hostname: 'shop.example.com' });
      [web, orders].forEach(({ access }) => access.requireJwt(ISSUER));
    });
    expect(rules).toEqual([{ from: [{ source: { principals: ['cluster.local/ns/edge/sa/edge'], requestPrincipals: ['https://auth.example.com/*'] } }] }]);
  });

  test('brings one of several, and no other', () => {
    const rules = rulesOf(({ web, orders, app }) => {
      [ISSUER, OTHER].forEach(issuer => web.access.requireJwt(issuer));
      web.access.allowFrom(app);
      web.access.allowFrom(Caller.token(OTHER).withSubject('joe'));
      web.access.allowFrom(Caller.token(JwtIssuer.of({ issuer: 'https://third.example.com' })));
      [ISSUER, OTHER].forEach(issuer => orders.access.acceptJwt(issuer));
    });
    expect(rules).toEqual([
      from('app', { requestPrincipals: ['https://auth.example.com/*'] }),
      from('app', { requestPrincipals: ['https://login.example.com/*'] }),
      { from: [{ source: { requestPrincipals: ['https://login.example.com/joe'] } }] },
    ]);
  });

  test('brings none for connections, of which none is required', () => {
    const rules = rulesOf(({ web, orders, app }) => {
      web.access.requireJwt(ISSUER);
      web.access.allowFrom(app);
      orders.access.acceptJwt(ISSUER);
    }, { morePorts: [{ port: 3306, protocol: AppProtocol.MYSQL }] });
    expect(rules).toEqual([
      from('app', { requestPrincipals: ['https://auth.example.com/*'] }), from('app', {}, { to: [{ operation: { ports: ['3306'] } }] }),
    ]);
  });

  test.each<[string, (shop: Shop) => void, string[]]>([
    ['nobody requires it', () => undefined, [UNPROVEN]],
    ['another is required', ({ orders }) => orders.access.requireJwt(OTHER), [UNPROVEN]],
    ['more would do', ({ orders }) => [ISSUER, OTHER].forEach(issuer => orders.access.requireJwt(issuer)), [UNPROVEN]],
    ['it is required', ({ orders }) => orders.access.requireJwt(ISSUER), []],
  ])('in an open mesh, is an error unless it is required where the requests arrive: %s', (_, say, problems) => {
    const chart = shopOf(shop => {
      shop.web.access.requireJwt(ISSUER);
      say(shop);
    }, OPEN);
    expect(problemsOf(chart)).toEqual(problems);
  });
});

describe('a port at which a service requires no token', () => {
  const props = { port: 80, targetPort: 8080, morePorts: [{ port: 90, targetPort: 9090 }] };
  const bare = `${GETS} also those of its port 90, where no token is required, but refuses them. Use access.requireJwt with the same issuers here if that is intended, or access.allowFrom for those callers.`;
  const say = ({ web, orders, app, old }: Shop): void => {
    web.access.requireJwt(ISSUER, { ports: [80] });
    web.access.allowFrom(app, { ports: [80] });
    web.access.allowFrom(old, { ports: [90] });
    orders.access.acceptJwt(ISSUER);
  };

  test.each<[string, (shop: Shop) => void, string[]]>([
    ['who is let in there would be refused', () => undefined, [bare]],
    ['the token is required here', ({ orders }) => orders.access.requireJwt(ISSUER), []],
    ['it is required at the port that such requests come to', ({ orders }) => orders.access.requireJwt(ISSUER, { ports: [80] }), []],
    ['it is required at another port', ({ orders }) => orders.access.requireJwt(ISSUER, { ports: [90] }), [bare]],
    ['he may call here as well', ({ orders, old }) => orders.access.allowFrom(old), []],
    ['he is denied there, which is an error of its own', ({ web, old }) => web.access.denyFrom(old), [
      'shop/web: lets in the account "old" of the namespace "shop", and denies all of that, so it never gets in. Leave out one of the two, or deny only some methods or ports.',
    ]],
  ])('%s', (_, more, problems) => {
    const chart = shopOf(shop => {
      say(shop);
      more(shop);
    }, DefaultAccess.DENY, props);
    expect(problemsOf(chart)).toEqual(problems);
  });

  test('brings nobody along, with a token or without', () => {
    const rules = rulesOf(shop => {
      say(shop);
      shop.orders.access.requireJwt(ISSUER);
    }, props);
    expect(rules).toEqual([from('app', { requestPrincipals: ['https://auth.example.com/*'] })]);
  });

  test('in an open mesh, tokens have to be required where such requests come', () => {
    const problems = [80, 90].map(port => problemsOf(shopOf(({ web, orders }) => {
      web.access.requireJwt(ISSUER);
      orders.access.requireJwt(ISSUER, { ports: [port] });
    }, OPEN, props)));
    expect(problems).toEqual([[], [UNPROVEN]]);
  });
});

describe('of whom a service asks somebody', () => {
  test.each([DefaultAccess.DENY, OPEN])('has to be asked about where the requests arrive, in a mesh of %s', defaultAccess => {
    const chart = shopOf(({ web, app }) => {
      web.access.allowFrom(app);
      web.access.askAuthorizer(OPA);
    }, defaultAccess);
    expect(problemsOf(chart)).toEqual([UNASKED]);
    (chart.node.findChild('orders') as MeshService).access.askAuthorizer(OPA);
    expect(problemsOf(chart)).toEqual([]);
  });

  test('is nobody while nobody may call', () => {
    expect(problemsOf(shopOf(({ web }) => web.access.askAuthorizer(OPA)))).toEqual([]);
  });
});

test('over two services, what the first says holds as well', () => {
  const chart = shopOf(({ web, orders, app, old }) => {
    orders.traffic.sendTo(old);
    web.access.allowFrom(app);
    web.access.askAuthorizer(OPA);
    orders.access.askAuthorizer(OPA);
  });
  expect(problemsOf(chart)).toEqual([UNASKED.replace('shop/orders', 'shop/old')]);
});

describe('in an open mesh, a service that names who may call', () => {
  test('would refuse those whose requests another sends on, which everybody may call', () => {
    expect(problemsOf(shopOf(({ orders, app }) => orders.access.allowFrom(app), OPEN))).toEqual([CLOSED]);
    expect(problemsOf(shopOf(({ orders, app }) => app.calls(orders), OPEN))).toEqual([CLOSED]);
  });

  test('lets in those whom the other names', () => {
    const chart = shopOf(({ web, orders, app, old }) => {
      orders.access.allowFrom(app);
      web.access.allowFrom(old);
    }, OPEN);
    expect(policiesOf(chart)['shop/orders'].rules).toEqual([from('app'), from('old')]);
  });

  test.each<[string, (shop: Shop) => void]>([
    ['everybody may call it as well', ({ orders }) => orders.access.allowFrom(Caller.anyone())],
    ['a namespace lets nobody in by default', ({ chart }) => new MeshNamespace(chart, 'shop', { defaultAccess: DefaultAccess.DENY })],
    ['a namespace names who may call', ({ chart }) => new MeshNamespace(chart, 'shop').access.allowFrom(Caller.namespaces('pay'))],
    ['the mesh names who may call', ({ chart }) => new MeshPlatform(chart.node.scope!, 'platform').access.allowFrom(Caller.namespaces('pay'))],
  ])('is no problem where %s', (_, say) => {
    const chart = shopOf(shop => {
      shop.orders.access.allowFrom(shop.app);
      say(shop);
    }, OPEN);
    expect(problemsOf(chart)).toEqual([]);
  });

  test('is asked of a sender of which only the ports are known, too', () => {
    const chart = guardedChart(Istio.mesh({ defaultAccess: OPEN }));
    const [helm, orders] = [MeshService.adopt(chart, 'web', { port: 80 }), serviceIn(chart, 'orders')];
    helm.traffic.route('orders', Match.path(PathMatch.below('/orders')), orders);
    orders.access.allowFrom(serviceIn(chart, 'app'));
    expect(problemsOf(chart)).toEqual([CLOSED]);
  });
});
