import { AppProtocol, HttpMethod, PathMatch } from '../../../lib';
import { attached, knowsAddresses, requestsOf } from '../../../lib/istio/private/ambient-policy';
import type { AccessPolicyIntent, AccessRuleIntent } from '../../../lib/mesh/private/access/access-intent';

const POLICY: AccessPolicyIntent = { pods: { namespace: 'shop', service: 'web', podLabels: { app: 'web' } }, action: 'allow', rules: [] };
const ANY: AccessRuleIntent = { caller: {}, asked: {} };

function withRule(rule: Partial<AccessRuleIntent>): AccessPolicyIntent {
  return { ...POLICY, rules: [ANY, { ...ANY, ...rule }] };
}

describe('what the proxies of the nodes see', () => {
  test.each<[string, Partial<AccessRuleIntent>]>([
    ['anybody', {}],
    ['accounts', { caller: { identity: { namespace: 'shop', account: 'web' } } }],
    ['namespaces', { caller: { namespaces: ['shop'] } }],
    ['addresses of connections', { caller: { address: { of: 'connection', ranges: ['192.0.2.0/24'] } } }],
    ['ports', { asked: { ports: [8080] } }],
  ])('is %s', (_, rule) => {
    expect(requestsOf(withRule(rule))).toBeUndefined();
  });

  test.each<[string, Partial<AccessRuleIntent>]>([
    ['access by hosts of requests', { asked: { hosts: ['shop.example.com'] } }],
    ['access by methods of requests', { asked: { methods: [HttpMethod.GET] } }],
    ['access by methods of requests', { asked: { exceptMethods: [HttpMethod.OPTIONS] } }],
    ['access by paths of requests', { asked: { paths: [PathMatch.exact('/')] } }],
    ['access by paths of requests', { asked: { exceptPaths: [PathMatch.exact('/')] } }],
    ['access by tokens of requests', { lacks: ['https://auth.example.com'] }],
    ['access by addresses of clients', { caller: { address: { of: 'client', ranges: ['192.0.2.0/24'] } } }],
  ])('[F144] is not %s', (requests, rule) => {
    expect(requestsOf(withRule(rule))).toBe(requests);
  });

  test('[F144] is not what is to be noted, or asked of somebody else', () => {
    expect(requestsOf({ ...POLICY, action: 'audit' })).toBe('noting who calls');
    expect(requestsOf({ ...POLICY, action: { ask: 'policies' } })).toBe('asking somebody outside');
  });
});

describe('what a waypoint reads', () => {
  const port = (number: number, targetPort: number) => ({ name: `http-${number}`, port: number, targetPort, protocol: AppProtocol.HTTP });
  const PORTS = [port(81, 8080), port(80, 8080), port(90, 9090)];

  test('is of the Service, at its ports: of several that lead to one of the pods, at all', () => {
    const intent = { ...withRule({ asked: { ports: [8080] } }), pods: { ...POLICY.pods, ports: PORTS } };
    expect(attached(intent, 'waypoint')).toEqual({
      pods: { namespace: 'shop', service: 'web', ports: PORTS }, action: 'allow', rules: [ANY, { ...ANY, asked: { ports: [80, 81] } }],
    });
  });

  test('is of itself, if it is said of all of its namespace', () => {
    expect(attached({ ...POLICY, pods: { namespace: 'shop' } }, 'waypoint').pods).toEqual({ namespace: 'shop', gateway: 'waypoint' });
  });

  test('is not of addresses', () => {
    expect(knowsAddresses(withRule({}))).toBe(false);
    expect(knowsAddresses(withRule({ caller: { address: { of: 'connection', ranges: ['192.0.2.0/24'] } } }))).toBe(true);
  });
});
