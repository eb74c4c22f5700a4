import { Chart } from 'cdk8s';
import { GatewayTls, HttpMethod, IngressGateway, Match, MeshService, PathMatch, Percent, Redirect, TextMatch } from '../../../../lib';
import { RedirectScheme } from '../../../../lib/mesh/redirect';
import { shopChart, webIn } from '../../../support/shop-chart';

const HOST = 'web.shop.svc.cluster.local';
const { below, exact, prefix } = PathMatch;
const post = Match.all(Match.path(exact('/a')), Match.method(HttpMethod.POST));

let chart: Chart;
let web: MeshService;
beforeEach(() => {
  chart = shopChart();
  web = webIn(chart);
});
const circle = (target: string): string => `redirects to "${target}", which it matches itself, so clients would be redirected in a loop. Use another path or host, or narrow the match.`;

test.each<[string, Match, Redirect]>([
  ['/a', Match.path(exact('/a')), { path: '/a' }],
  ['/a', Match.path(below('/a')), { path: '/a' }],
  ['/a/b', Match.path(prefix('/a')), { path: '/a/b', port: 8080, scheme: RedirectScheme.HTTP }],
  ['/', Match.header('x-old', '1'), { path: '/' }],
  ['/a', post, { path: '/a', status: 308 }],
  [HOST, Match.path(exact('/a')), { host: HOST, port: 8080 }],
])('fails on a redirect that leads back to %s', (target, match, redirect) => {
  web.traffic.redirect('back', match, redirect);
  expect(web.node.validate()).toEqual([`shop/web, route "back": ${circle(target)}`]);
});

test.each<[string, Match, Redirect]>([
  ['another path', Match.path(exact('/a')), { path: '/b' }],
  ['another scheme', Match.path(exact('/a')), { scheme: RedirectScheme.HTTPS }],
  ['another port', Match.path(exact('/a')), { path: '/a', port: 8443 }],
  ['the usual port of the host, which is another', Match.path(exact('/a')), { host: HOST }],
  ['another host', Match.path(exact('/a')), { host: 'shop.example.com' }],
  ['the host that clients did not call', Match.all(Match.path(exact('/a')), Match.authority(TextMatch.exact('old'))), { host: HOST, port: 8080 }],
  ['what is a GET after a POST', post, { path: '/a' }],
  ['what is a GET after all others', Match.all(Match.path(exact('/a')), Match.method(HttpMethod.PUT)), { path: '/a', status: 303 }],
])('a redirect may lead to %s', (_, match, redirect) => {
  web.traffic.redirect('away', match, redirect);
  expect(web.node.validate()).toEqual([]);
});

test('a redirect may lead to what another route takes first, and not to what a fault delays', () => {
  web.traffic.redirect('app', Match.path(below('/app')), { path: '/app/index' });
  web.traffic.injectFault('chaos', Match.path(exact('/app/index')), { abort: { status: 503, percent: Percent.of(1) } });
  expect(web.node.validate()).toHaveLength(1);
  web.traffic.route('index', Match.path(exact('/app/index')), web);
  expect(web.node.validate()).toEqual([]);
});

test('fails on a redirect to the hostname under which it is exposed', () => {
  const edge = IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared');
  web.traffic.redirect('moved', Match.path(exact('/a')), { host: 'shop.example.com' });
  web.exposeVia(edge, { hostname: 'old.example.com' });
  expect(edge.node.validate()).toEqual([]);
  web.exposeVia(edge, { hostname: 'shop.example.com' });
  expect(edge.node.validate()).toEqual([`shop/edge, rule "web-moved" under "shop.example.com": ${circle('shop.example.com')}`]);
});

describe('a gateway that ends TLS', () => {
  const circleBy = 'redirects to HTTPS, which its requests already use, so clients would be redirected in a loop. Leave it out, or use another path or host.';
  const edgeOf = (tls: GatewayTls, httpsPort?: number): IngressGateway => new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls, httpsPort });

  test.each<[string, Redirect]>([
    ['the scheme alone', { scheme: RedirectScheme.HTTPS }],
    ['its port as well', { scheme: RedirectScheme.HTTPS, port: 443 }],
  ])('gets requests by HTTPS, so that a redirect there goes in a circle: %s', (_, redirect) => {
    web.traffic.redirect('secure', Match.path(below('/a')), redirect);
    const edge = edgeOf(GatewayTls.secret('shop-certificate'));
    web.exposeVia(edge, { hostname: 'shop.example.com' });
    expect(edge.node.validate()).toEqual([`shop/edge, rule "web-secure" under "shop.example.com": ${circleBy}`]);
    expect(web.node.validate()).toEqual([]);
  });

  test.each<[string, Redirect]>([
    ['another path', { scheme: RedirectScheme.HTTPS, path: '/b' }],
    ['another port', { scheme: RedirectScheme.HTTPS, port: 8443 }],
    ['plain HTTP', { scheme: RedirectScheme.HTTP }],
  ])('may lead to %s', (_, redirect) => {
    web.traffic.redirect('away', Match.path(below('/a')), redirect);
    const edge = edgeOf(GatewayTls.secret('shop-certificate'));
    web.exposeVia(edge, { hostname: 'shop.example.com' });
    expect(edge.node.validate()).toEqual([]);
  });

  test('is no other: behind plain HTTP, and at ports that others map, nobody knows', () => {
    web.traffic.redirect('secure', Match.path(below('/a')), { scheme: RedirectScheme.HTTPS, port: 443 });
    const edge = edgeOf(GatewayTls.secret('shop-certificate'), 8443);
    web.exposeVia(edge, { hostname: 'shop.example.com' });
    expect(edge.node.validate()).toEqual([]);
    const plain = new IngressGateway(chart, 'plain', { hostnames: ['shop.example.com'], tls: GatewayTls.none(), podLabels: { app: 'plain' } });
    web.exposeVia(plain, { hostname: 'shop.example.com' });
    expect(plain.node.validate()).toEqual([]);
  });
});
