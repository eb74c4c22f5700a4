import { AppProtocol } from '../../../../lib/mesh/app-protocol';
import { ClientTls } from '../../../../lib/mesh/client-tls';
import { HostLookup } from '../../../../lib/mesh/host-lookup';
import { LoadBalancing } from '../../../../lib/mesh/load-balancing';
import { servicePorts } from '../../../../lib/mesh/private/hosts/service-ports';
import { externalPolicyProblems } from '../../../../lib/mesh/private/policy/external-policy';
import type { TrafficPolicyIntent } from '../../../../lib/mesh/private/policy/traffic-policy-intent';
import { ServicePort } from '../../../../lib/mesh/service-port';

interface Said {
  readonly all?: TrafficPolicyIntent;
  readonly port80?: TrafficPolicyIntent;
  readonly lookup?: HostLookup;
}

/** What is wrong with what is said of a host with one port. */
function problems(port: ServicePort, { all, port80, lookup = HostLookup.DNS }: Said = {}): string[] {
  const ports = servicePorts([port], 'shop/pay');
  const external = { host: 'pay.example.com', ports, lookup, addresses: [], endpoints: [], isPrivate: false };
  return externalPolicyProblems(external, { policy: all, ports: new Map(port80 === undefined ? [] : [[80, port80]]) }, 'shop/pay');
}

const SIMPLE = { tls: ClientTls.simple()._intent };
const DISABLED = { tls: ClientTls.disabled()._intent };

test('plain HTTP to port 443 is no good, by whatever port callers come', () => {
  expect(problems({ port: 443 })).toEqual([
    'shop/pay, port 443: http would be sent to port 443 in plain text, where servers speak TLS. Use protocol: AppProtocol.HTTPS if callers speak TLS, or port: 80 and originateTls: ClientTls.simple().',
  ]);
  expect(problems({ port: 80, targetPort: 443, protocol: AppProtocol.GRPC }, { all: SIMPLE, port80: DISABLED })).toEqual([
    'shop/pay, port 80: grpc would be sent to port 443 in plain text, where servers speak TLS. Use originateTls: ClientTls.simple().',
  ]);
  expect(problems({ port: 80, targetPort: 443 }, { port80: SIMPLE })).toEqual([]);
  expect(problems({ port: 80 })).toEqual([]);
});

test('TLS is not done twice', () => {
  const port = { port: 443, protocol: AppProtocol.HTTPS };
  expect(problems(port, { all: SIMPLE })).toEqual([
    'shop/pay, port 443: callers speak https there themselves, which would be encrypted again. Use clientTls for another port: traffic.onPort(80).clientTls(...).',
  ]);
  expect(problems(port, { all: DISABLED })).toEqual([]);
  expect(problems(port)).toEqual([]);
});

test('a server outside has no certificate of the mesh', () => {
  expect(problems({ port: 80 }, { all: { tls: ClientTls.mutualByMesh()._intent } })).toEqual([
    'shop/pay, port 80: hosts outside the mesh have no certificate of the mesh. Use ClientTls.simple(), or ClientTls.mutual({...}).',
  ]);
});

test('where callers look up there is nothing to balance', () => {
  const all = { balancing: LoadBalancing.random()._intent };
  expect(problems({ port: 80 }, { all, lookup: HostLookup.NONE })).toEqual([
    'shop/pay, port 80: loadBalance would have no effect, because each connection already has its address. Leave it out, or look up the host: lookup: HostLookup.DNS.',
  ]);
  expect(problems({ port: 80 }, { all: { balancing: LoadBalancing.passthrough()._intent }, lookup: HostLookup.NONE })).toEqual([]);
  expect(problems({ port: 80 }, { all })).toEqual([]);
});
