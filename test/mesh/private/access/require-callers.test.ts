import { AppProtocol, Caller, JwtIssuer } from '../../../../lib';
import { CallerUse, requireCallers, seesNoRequests } from '../../../../lib/mesh/private/access/require-callers';

const USE: CallerUse = { action: 'allow', kind: 'service', place: 'shop/web, allowFrom' };
const TCP = [{ port: 80, targetPort: 80, protocol: AppProtocol.TCP, name: 'tcp' }];
const HTTP = { port: 81, targetPort: 81, protocol: AppProtocol.HTTP, name: 'http' };
const token = Caller.token(JwtIssuer.of({ issuer: 'https://auth.example.com' }));

test.each<[string, Caller, Partial<CallerUse>]>([
  ['anyone', Caller.anyone(), {}],
  ['anyone who is noted', Caller.anyone(), { action: 'audit' }],
  ['clients at a gateway', Caller.clientCidr('203.0.113.0/24'), { kind: 'gateway' }],
  ['tokens where nobody knows the ports', token, {}],
  ['tokens where one port sees requests', token, { ports: [...TCP, HTTP] }],
  ['whole networks that are let in', Caller.cidr('10.0.0.0/8'), {}],
  ['tokens that are denied', token, { action: 'deny' }],
])('%s may be named', (_, caller, use) => {
  expect(() => requireCallers(caller._callers(), { ...USE, ...use })).not.toThrow();
});

test.each<[string, readonly object[], Partial<CallerUse>]>([
  ['shop/web, allowFrom: the service account of the caller is not known here. Set it.', [], {}],
  ['shop/web, allowFrom: the mesh sees no requests here, and so no tokens. Set protocol: AppProtocol.HTTP if the port speaks HTTP.', token._callers(), { ports: TCP }],
  ['shop/web, allowFrom: a pod of the mesh trusts any address in X-Forwarded-For. Use Caller.clientCidr on the gateway, or Caller.cidr.',
    Caller.clientCidr('203.0.113.0/24')._callers(), { kind: 'namespace' }],
  ['shop/web, allowFrom: would keep everyone out, whoever else is let in. Name the callers; with DefaultAccess.DENY, nobody is let in by default.',
    [...Caller.namespaces('a')._callers(), ...Caller.anyone()._callers()], { action: 'deny' }],
  ['shop/web, allowFrom: "192.168.0.0/16" contains a whole private network, including the pods and gateways of most clusters. Use a smaller range.',
    Caller.cidr('10.3.0.0/16', '192.168.0.0/16')._callers(), { action: 'deny' }],
])('fails: %s', (message, callers, use) => {
  expect(() => requireCallers(callers, { ...USE, ...use })).toThrow(new Error(message));
});

test('requests are seen where they may be', () => {
  expect([seesNoRequests(TCP), seesNoRequests([...TCP, HTTP]), seesNoRequests()]).toEqual([true, false, false]);
});
