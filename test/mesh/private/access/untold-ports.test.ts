import { Access, AppProtocol, Caller, HttpMethod, JwtIssuer, MutualTls, PathMatch } from '../../../../lib';
import { answerIn, targetOf } from '../../../support/access-scene';
import { objectsIn } from '../../../support/edge-chart';
import { guardedChart, problemsOf, serviceIn } from '../../../support/guarded-chart';

const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });
const METRICS = { ports: [9090] };
const PORTS = { port: 80, targetPort: 8080, morePorts: [{ port: 9090 }, { port: 3306, protocol: AppProtocol.MYSQL }] };
const PROBLEM = 'shop/orders, requireJwt: a token is needed at every port, also at 9090, which accepts plain text, and where some callers are let in without a token. Set the ports that need one: { ports: [80] }, or with 9090 if callers there bring one.';

function problemsWith(say: (access: Access) => void, props = PORTS): string[] {
  const chart = guardedChart();
  say(serviceIn(chart, 'orders', props).access);
  return problemsOf(chart);
}

describe('a token that is needed at a port of plain text as well, which is open to callers without one,', () => {
  test.each<[string, (access: Access) => void]>([
    ['permissive', access => [access.requireJwt(ISSUER), access.mutualTls(MutualTls.PERMISSIVE, 9090), access.allowFrom(Caller.anyone(), METRICS)]],
    ['disabled, in another order', access => [access.allowFrom(Caller.anyone(), METRICS), access.mutualTls(MutualTls.DISABLED, 9090), access.requireJwt(ISSUER)]],
    ['by address', access => [access.requireJwt(ISSUER), access.mutualTls(MutualTls.DISABLED, 9090), access.allowFrom(Caller.cidr('192.0.2.0/24'), METRICS)]],
    ['with other paths free', access => [
      access.requireJwt(ISSUER, { exemptPaths: [PathMatch.exact('/healthz')] }), access.allowFrom(Caller.anyone(), { paths: [PathMatch.exact('/healthz')], ports: [80] }),
      access.mutualTls(MutualTls.PERMISSIVE, 9090), access.allowFrom(Caller.anyone(), { ...METRICS, paths: [PathMatch.exact('/metrics')] }),
    ]],
  ])('is an error: %s', (_, say) => {
    expect(problemsWith(say)).toEqual([PROBLEM]);
  });

  test.each<[string, (access: Access) => void, object?]>([
    ['it is said where', access => access.requireJwt(ISSUER, { ports: [80] })],
    ['it is said that it is there, too', access => access.requireJwt(ISSUER, { ports: [80, 9090] })],
    ['what is let in is free', access => access.requireJwt(ISSUER, { exemptPaths: [PathMatch.exact('/metrics')] })],
    ['preflights are free', access => access.requireJwt(ISSUER, { exemptPreflights: true })],
    ['there is no other port of requests', access => access.requireJwt(ISSUER), { port: 9090, targetPort: 9090, morePorts: [{ port: 3306, protocol: AppProtocol.MYSQL }] }],
    ['none is needed', access => access.acceptJwt(ISSUER)],
  ])('is none where %s', (_, say, props = PORTS) => {
    expect(problemsWith(access => {
      say(access);
      access.mutualTls(MutualTls.PERMISSIVE, 9090);
      access.allowFrom(Caller.anyone(), METRICS);
    }, props as typeof PORTS)).toEqual([]);
  });

  test.each<[string, (access: Access) => void]>([
    ['let in at other ports, too', access => access.allowFrom(Caller.anyone())],
    ['let in by tokens', access => access.allowFrom(Caller.token(ISSUER), METRICS)],
    ['let in by who they are', access => access.allowFrom(Caller.namespaces('monitoring'), METRICS)],
  ])('is none where callers are %s', (_, say) => {
    expect(problemsWith(access => [access.requireJwt(ISSUER), access.mutualTls(MutualTls.PERMISSIVE, 9090), say(access)])).toEqual([]);
  });
});

test('[F051] with the repair, who scrapes gets in by plain text, and nobody else without a token', () => {
  const chart = guardedChart();
  const { access } = serviceIn(chart, 'orders', PORTS);
  access.requireJwt(ISSUER, { ports: [80] });
  access.mutualTls(MutualTls.PERMISSIVE, 9090);
  access.allowFrom(Caller.anyone(), METRICS);
  access.allowFrom(Caller.anyone(), { methods: [HttpMethod.GET], ports: [80] });
  const token = { claims: { iss: 'https://auth.example.com', sub: 'ann' } };
  const peer = 'cluster.local/ns/shop/sa/web';
  const answers = ([[9090, {}], [8080, {}], [8080, { peer }], [8080, { peer, token }]] as const).map(([port, request]) => (
    answerIn(objectsIn(chart), targetOf('service', port), { path: '/metrics', ...request })
  ));
  expect(answers).toEqual(['allowed', 403, 403, 'allowed']);
});
