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
  ['shop/web, allowFrom: nobody here knows as whom the caller runs. Say its account.', [], {}],
  ['shop/web, allowFrom: the mesh sees no requests here, and so no tokens. Say protocol: AppProtocol.HTTP if that is spoken there.', token._callers(), { ports: TCP }],
  ['shop/web, allowFrom: a pod of the mesh believes whatever address its caller writes into X-Forwarded-For. Say Caller.clientCidr of the gateway, or Caller.cidr.',
    Caller.clientCidr('203.0.113.0/24')._callers(), { kind: 'namespace' }],
  ['shop/web, allowFrom: would keep everybody out, whoever else is let in. Say whom; nobody is let in by default where DefaultAccess.DENY holds.',
    [...Caller.namespaces('a')._callers(), ...Caller.anyone()._callers()], { action: 'deny' }],
  ['shop/web, allowFrom: "192.168.0.0/16" holds a whole private network, and so the pods and gateways of most clusters. Say the smaller range that is meant.',
    Caller.cidr('10.3.0.0/16', '192.168.0.0/16')._callers(), { action: 'deny' }],
])('fails: %s', (message, callers, use) => {
  expect(() => requireCallers(callers, { ...USE, ...use })).toThrow(new Error(message));
});

test('requests are seen where they may be', () => {
  expect([seesNoRequests(TCP), seesNoRequests([...TCP, HTTP]), seesNoRequests()]).toEqual([true, false, false]);
});
