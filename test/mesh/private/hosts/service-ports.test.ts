import { AppProtocol } from '../../../../lib/mesh/app-protocol';
import { portOf, servicePorts } from '../../../../lib/mesh/private/hosts/service-ports';
import { ServicePort } from '../../../../lib/mesh/service-port';

const ports = (...said: ServicePort[]): ReturnType<typeof servicePorts> => servicePorts(said, 'shop/web');

test('a port speaks HTTP, leads to the same port of the containers, and is called by its protocol', () => {
  expect(ports({ port: 80 })).toEqual([{ port: 80, targetPort: 80, protocol: 'http', name: 'http' }]);
});

test('[F106] a second port of a protocol is called by its number, too', () => {
  const protocol = AppProtocol.GRPC;
  const complete = ports({ port: 80 }, { port: 9090, protocol }, { port: 8080 }, { port: 9091, protocol });
  expect(complete.map(({ name }) => name)).toEqual(['http', 'grpc', 'http-8080', 'grpc-9091']);
});

test('[F106] a name can be chosen, with the protocol before it or with none', () => {
  const named = ports({ port: 80, name: 'http-web' }, { port: 15020, name: 'metrics' }, { port: 9090, name: 'grpc-web', protocol: AppProtocol.GRPC });
  expect(named.map(({ name }) => name)).toEqual(['http-web', 'metrics', 'grpc-web']);
});

test('UDP may have the number of another port', () => {
  expect(ports({ port: 53, protocol: AppProtocol.TCP }, { port: 53, protocol: AppProtocol.UDP }).map(({ name }) => name)).toEqual(['tcp', 'udp']);
});

test.each<[string, ServicePort[]]>([
  ['shop/web: 0 is not a valid port. Use a whole number from 1 to 65535.', [{ port: 0 }]],
  ['shop/web: 80.5 is not a valid port. Use a whole number from 1 to 65535.', [{ port: 80.5 }]],
  ['shop/web, port 80: targetPort: 70000 is not a valid port. Use a whole number from 1 to 65535.', [{ port: 80, targetPort: 70_000 }]],
  ['shop/web: two ports are 80. Give each its own number and name.', [{ port: 80 }, { port: 80, name: 'other' }]],
  ['shop/web: two ports are called "web". Give each its own number and name.', [{ port: 80, name: 'web' }, { port: 81, name: 'web' }]],
  [
    'shop/web, port 80: is called "grpc-api" but speaks http. Set protocol: AppProtocol.GRPC, or begin the name with "http".',
    [{ port: 80, name: 'grpc-api' }],
  ],
  ...['Web', 'web_1', '-web', '8080', 'a-name-too-long-for-one', ''].map((name): [string, ServicePort[]] => [
    `shop/web, port 80: "${name}" is not a valid port name. Use lowercase letters, digits and inner hyphens, at least one letter, and at most 15 characters.`,
    [{ port: 80, name }],
  ]),
])('fails: %s', (problem, said) => {
  expect(() => ports(...said)).toThrow(new Error(problem));
});

test('fails on a port that is not there, with those that are', () => {
  expect(() => portOf(ports({ port: 80 }, { port: 9090 }), 8080, 'shop/web'))
    .toThrow(new Error('shop/web: has no port 8080. Known ports: 80, 9090. Use the port of the Service, not of its pods.'));
});
