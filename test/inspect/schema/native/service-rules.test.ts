import { judgeAll } from '../../../support/judge-native';

const judge = (spec: object): readonly string[] => judgeAll('v1', 'Service', spec);

test('several ports have names, numbers and node ports of their own', () => {
  expect(judge({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }, { name: 'a', port: 80, nodePort: 30080 }, { name: 'a', port: 80, protocol: 'UDP' }] })).toEqual([
    'spec.ports[0].name: required: name is missing (a name, since the Service has several ports); start it with the protocol, such as http-, grpc- or tcp-, so that the mesh can detect it',
    'spec.ports[1].nodePort: duplicate: duplicate nodePort 30080 for TCP (each nodePort only once per protocol)',
    'spec.ports[1].port: duplicate: duplicate port 80 for TCP (each port only once per protocol)',
    'spec.ports[2].name: duplicate: duplicate name "a" (each name only once)',
  ]);
});

test('numbers and names have a form', () => {
  expect(judge({ ports: [{ name: 'HTTP', port: 0, targetPort: 70000, appProtocol: 'h2c/' }] })).toEqual([
    'spec.ports[0].appProtocol: format: the appProtocol "h2c/" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
    'spec.ports[0].name: format: the port name "HTTP" is not a valid DNS label: use lowercase letters, digits and "-", starting and ending with a letter or digit',
    'spec.ports[0].port: bounds: port is 0 (1 to 65535)',
    'spec.ports[0].targetPort: bounds: targetPort is 70000 (1 to 65535)',
  ]);
});

test('a target is a number or a name', () => {
  expect(judge({ ports: [{ port: 80, targetPort: '8080' }] })).toEqual([
    'spec.ports[0].targetPort: format: the port name "8080" is invalid: it needs at least one letter; write the number without quotes: targetPort: 8080',
  ]);
});

test('nothing is said of what defaults stand for', () => {
  expect(judge({ ports: [{ port: 80, targetPort: 0, nodePort: 0 }] })).toEqual([]);
});

test('there is a port', () => {
  expect(judge({ ports: [] })).toEqual([
    'spec.ports: required: ports is missing (at least one port, unless clusterIP is None)',
  ]);
});

test('a headless Service needs none', () => {
  expect(judge({ clusterIP: 'None' })).toEqual([]);
});

test('a node port needs a type that has some', () => {
  expect(judge({ ports: [{ port: 80, nodePort: 30080 }] })).toEqual([
    'spec.ports[0].nodePort: mismatch: a Service of type ClusterIP cannot have a nodePort (no nodePort, or type: NodePort)',
  ]);
});

test('an ExternalName has a name and no address', () => {
  expect(judge({ type: 'ExternalName', clusterIP: 'None' })).toEqual([
    'spec.clusterIP: mismatch: a Service of type ExternalName cannot have clusterIP (no clusterIP)',
    'spec.externalName: required: externalName is missing (a string)',
  ]);
});

test('the name has a form', () => {
  expect(judge({ type: 'ExternalName', externalName: 'https://a' })).toEqual([
    'spec.externalName: format: the externalName "https://a" is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit; write a',
  ]);
});

test('a dot may stand behind it', () => {
  expect(judge({ type: 'ExternalName', externalName: 'example.com.' })).toEqual([]);
});

test('what is reached from outside has an address', () => {
  expect(judge({ type: 'LoadBalancer', clusterIP: 'None', ports: [{ port: 80 }] })).toEqual([
    'spec.clusterIP: mismatch: a Service of type LoadBalancer cannot be headless (no clusterIP, or type: ClusterIP)',
  ]);
});

test('an address is one', () => {
  expect(judge({ clusterIP: 'none', ports: [{ port: 80 }] })).toEqual([
    'spec.clusterIP: format: invalid clusterIP "none" (an IP address or None)',
  ]);
});

test('zeros before the numbers of an address mean nothing', () => {
  expect(judge({ clusterIP: '10.096.000.077', externalIPs: ['010.0.0.1'], ports: [{ port: 80 }] })).toEqual([]);
});

test('an address has no zone', () => {
  expect(judge({ clusterIP: 'fe80::1%eth0', ports: [{ port: 80 }] })).toEqual(['spec.clusterIP: format: invalid clusterIP "fe80::1%eth0" (an IP address or None)']);
});

test('external addresses can be reached from outside', () => {
  const externalIPs = ['10.0.0.1', 'a', '', '10.0.0.0/8', '127.0.0.1', '::ffff:127.0.0.1', '169.254.0.1', 'fe80::1', 'ff02::1', '0.0.0.0', '224.1.0.1', '2001:db8::1'];
  expect(judge({ externalIPs, ports: [{ port: 80 }] })).toEqual([
    'spec.externalIPs[1]: format: externalIPs has "a" (an IP address)',
    'spec.externalIPs[2]: format: externalIPs has "" (an IP address)',
    'spec.externalIPs[3]: format: externalIPs has "10.0.0.0/8" (an IP address)',
    'spec.externalIPs[4]: format: externalIPs has "127.0.0.1", a loopback address (an address that is reachable from outside)',
    'spec.externalIPs[5]: format: externalIPs has "::ffff:127.0.0.1", a loopback address (an address that is reachable from outside)',
    'spec.externalIPs[6]: format: externalIPs has "169.254.0.1", a link-local address (an address that is reachable from outside)',
    'spec.externalIPs[7]: format: externalIPs has "fe80::1", a link-local address (an address that is reachable from outside)',
    'spec.externalIPs[8]: format: externalIPs has "ff02::1", a link-local address (an address that is reachable from outside)',
    'spec.externalIPs[9]: format: externalIPs has "0.0.0.0", the unspecified address (an address that is reachable from outside)',
  ]);
});

test('the sources of a load balancer are ranges', () => {
  expect(judge({ type: 'LoadBalancer', ports: [{ port: 80 }], loadBalancerSourceRanges: ['10.0.0.1', ' 10.0.0.0/8 ', 'fd00::1', ''] })).toEqual([
    'spec.loadBalancerSourceRanges[0]: format: invalid loadBalancerSourceRanges "10.0.0.1" (a range of addresses such as 10.0.0.0/8); write 10.0.0.1/32',
    'spec.loadBalancerSourceRanges[2]: format: invalid loadBalancerSourceRanges "fd00::1" (a range of addresses such as 10.0.0.0/8); write fd00::1/128',
    'spec.loadBalancerSourceRanges[3]: format: invalid loadBalancerSourceRanges "" (a range of addresses such as 10.0.0.0/8)',
  ]);
});

test('fields are for types', () => {
  expect(judge({ ports: [{ port: 80 }], loadBalancerClass: 'a/b', loadBalancerSourceRanges: [], allocateLoadBalancerNodePorts: false, externalTrafficPolicy: 'Local' })).toEqual([
    'spec.allocateLoadBalancerNodePorts: mismatch: allocateLoadBalancerNodePorts is not allowed for type ClusterIP (no allocateLoadBalancerNodePorts, or type: LoadBalancer)',
    'spec.externalTrafficPolicy: mismatch: externalTrafficPolicy is not allowed for type ClusterIP (no externalTrafficPolicy, or a type that is reachable from outside)',
    'spec.loadBalancerClass: mismatch: loadBalancerClass is not allowed for type ClusterIP (no loadBalancerClass, or type: LoadBalancer)',
  ]);
});

test('of a type that nobody knows nothing else is said', () => {
  expect(judge({ ports: [{ port: 80 }], type: 'LoadBalancr', loadBalancerClass: 'a/b', externalTrafficPolicy: 'Local' })).toEqual([
    expect.stringMatching(/^spec\.type: enum: /),
  ]);
});

test('external addresses are reached from outside', () => {
  expect(judge({ ports: [{ port: 80 }], externalIPs: ['192.0.2.1'], externalTrafficPolicy: 'Local' })).toEqual([]);
});

test('labels have a form', () => {
  expect(judge({ ports: [{ port: 80 }], selector: { a: 'b c' } })).toEqual([
    'spec.selector.a: format: the label value "b c" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
  ]);
});
