import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Environment, MeshApp } from '../../../../lib';
import { AppProtocol } from '../../../../lib/mesh/app-protocol';
import { claimOpenPorts, OpenPorts } from '../../../../lib/mesh/private/hosts/open-ports';
import { servicePorts } from '../../../../lib/mesh/private/hosts/service-ports';

let scope: Construct;
beforeEach(() => {
  scope = new Chart(Testing.app(), 'shop');
});

/** Claims port 5432 for a construct. */
function claim(id: string, protocol: AppProtocol, props: Partial<OpenPorts> = {}, place = scope): void {
  claimOpenPorts(new Construct(place, id), { ports: servicePorts([{ port: 5432, protocol }], id), hasAddresses: false, ...props });
}

test('one host has all connections to a port', () => {
  claim('a', AppProtocol.TCP);
  expect(() => claim('b', AppProtocol.MYSQL)).toThrow(
    new Error('shop/b: port 5432 of "shop/b" gets all connections to this port, whatever their address, including those to "shop/a". Set its addresses: addresses: ["203.0.113.7"].'),
  );
});

test('it takes those with requests, too, whoever comes first', () => {
  const problem = /port 5432 of "shop\/tcp" gets all connections .* including those to "shop\/http"\./;
  claim('tcp', AppProtocol.TCP);
  expect(() => claim('http', AppProtocol.HTTP)).toThrow(problem);
  scope = new Chart(Testing.app(), 'shop');
  claim('http', AppProtocol.HTTP, { hasAddresses: true });
  expect(() => claim('tcp', AppProtocol.TCP)).toThrow(problem);
});

test('a host that all namespaces know is in the way of one that few do', () => {
  claim('a', AppProtocol.TCP, { namespace: 'shop' });
  expect(() => claim('b', AppProtocol.TCP)).toThrow('gets all connections');
  expect(() => claim('c', AppProtocol.TCP, { namespace: 'shop' })).toThrow('gets all connections');
});

test.each<[string, AppProtocol, Partial<OpenPorts>]>([
  ['addresses', AppProtocol.TCP, { hasAddresses: true }],
  ['the names that TLS asks for', AppProtocol.TLS, {}],
  ['another port', AppProtocol.TCP, { ports: servicePorts([{ port: 5433, protocol: AppProtocol.TCP }], 'b') }],
  ['another namespace', AppProtocol.TCP, { namespace: 'bills' }],
])('%s keep connections apart', (_, protocol, props) => {
  claim('a', AppProtocol.TCP, { namespace: 'shop' });
  expect(() => claim('b', protocol, props)).not.toThrow();
});

test('requests of several hosts are told apart', () => {
  claim('a', AppProtocol.HTTP);
  expect(() => claim('b', AppProtocol.GRPC)).not.toThrow();
});

test('each environment has ports of its own', () => {
  const app = new MeshApp();
  const [dev, prod] = ['dev', 'prod'].map(name => new Chart(new Environment(app, name), 'shop'));
  claim('a', AppProtocol.TCP, {}, dev);
  expect(() => claim('a', AppProtocol.TCP, {}, prod)).not.toThrow();
});
