import { Chart } from 'cdk8s';
import {
  Access, Caller, EastWestGateway, ExternalAuthorizer, GatewayApi, GatewayTls, HttpMethod, IngressGateway, JwtIssuer, PathMatch,
} from '../../../../lib';
import { guardedChart, policiesOf, serviceIn } from '../../../support/guarded-chart';

const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });
const OFFICE = Caller.cidr('203.0.113.0/24');
const OPA = ExternalAuthorizer.fromName('opa');

type Say = (access: Access, chart: Chart) => void;

function accessIn(chart: Chart, tls: GatewayTls, api?: GatewayApi): Access {
  return new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls, api }).access;
}

const OUTSIDE: Array<[string, GatewayTls]> = [
  ['has no TLS', GatewayTls.none()], ['ends TLS', GatewayTls.secret('shop')], ['asks clients for certificates', GatewayTls.mutual('shop')],
];

const NAMED: Array<[string, string, Say]> = [
  ['lets in a service', 'allowFrom', (access, chart) => access.allowFrom(serviceIn(chart, 'web'))],
  ['lets in a namespace', 'allowFrom', access => access.allowFrom(Caller.namespaces('shop').fromCidr('10.1.0.0/16'))],
  ['keeps out a service', 'denyFrom', (access, chart) => access.denyFrom(serviceIn(chart, 'web'))],
  ['notes a namespace', 'auditFrom', access => access.auditFrom(Caller.namespaces('shop'))],
];

describe.each(OUTSIDE)('a gateway for clients outside that %s', (_, tls) => {
  test.each(NAMED)('never finds whom it names, so that it is an error when it %s', (__, verb, say) => {
    const chart = guardedChart();
    expect(() => say(accessIn(chart, tls), chart)).toThrow(new Error(
      `shop/edge, ${verb}: clients come from outside the mesh, so no caller is identified by mutual TLS of the mesh, and this would match nobody. Set it on the services behind it, or name callers by Caller.clientCidr, Caller.cidr or Caller.token.`,
    ));
  });

  test('sees addresses and requests', () => {
    const chart = guardedChart();
    const access = accessIn(chart, tls);
    access.allowFrom(Caller.clientCidr('203.0.113.0/24').withToken(ISSUER), { methods: [HttpMethod.GET] });
    access.askAuthorizer(OPA);
    expect(Object.keys(policiesOf(chart))).toEqual(['shop/edge.ask', 'shop/edge']);
  });
});

const PASSING: Array<[string, (chart: Chart) => Access]> = [
  ['to services', chart => accessIn(chart, GatewayTls.passthrough())],
  ['to services, in words of the Gateway API', chart => accessIn(chart, GatewayTls.passthrough(), GatewayApi.KUBERNETES)],
  ['between clusters', chart => new EastWestGateway(chart, 'edge').access],
];

describe.each(PASSING)('a gateway that passes TLS on unread, %s', (_, accessOf) => {
  test.each(NAMED)('never finds whom it names, so that it is an error when it %s', (__, verb, say) => {
    const chart = guardedChart();
    expect(() => say(accessOf(chart), chart)).toThrow(new Error(
      `shop/edge, ${verb}: TLS is passed through, so no caller is identified by mutual TLS of the mesh, and this would match nobody. Set it on the services behind it, or name callers by Caller.cidr.`,
    ));
  });

  test.each<[string, string, Say]>([
    ['tokens that are read', 'acceptJwt', access => access.acceptJwt(ISSUER)],
    ['tokens that are required', 'requireJwt', access => access.requireJwt(ISSUER)],
    ['tokens of callers', 'allowFrom', access => access.allowFrom(Caller.token(ISSUER))],
    ['tokens of who is kept out', 'denyFrom', access => access.denyFrom(Caller.token(ISSUER))],
    ['addresses in headers', 'denyFrom', access => access.denyFrom(Caller.clientCidr('203.0.113.0/24'))],
    ['methods', 'denyFrom', access => access.denyFrom(OFFICE, { methods: [HttpMethod.DELETE] })],
    ['paths', 'allowFrom', access => access.allowFrom(OFFICE, { paths: [PathMatch.exact('/a')] })],
    ['hosts', 'auditFrom', access => access.auditFrom(OFFICE, { hosts: ['shop.example.com'] })],
    ['requests about which somebody is asked', 'askAuthorizer', access => access.askAuthorizer(OPA, { ports: [8443] })],
  ])('sees no %s', (__, verb, say) => {
    expect(() => say(accessOf(guardedChart()), guardedChart())).toThrow(new Error(
      `shop/edge, ${verb}: TLS is passed through, so requests are not visible, and rules for them would match nothing, or every connection. Set it on the services behind it, or terminate TLS here.`,
    ));
  });

  test('sees where connections come from', () => {
    const chart = guardedChart();
    accessOf(chart).allowFrom(OFFICE, { ports: [8443] });
    expect(Object.values(policiesOf(chart))[0].rules).toEqual([
      { from: [{ source: { ipBlocks: ['203.0.113.0/24'] } }], to: [{ operation: { ports: ['8443'] } }] },
    ]);
  });
});
