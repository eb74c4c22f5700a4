import { ContainerProps, Deployment, Protocol } from 'cdk8s-plus-28';
import { AppProtocol } from '../../../../lib/mesh/app-protocol';
import { portOfContainers, SaidPort } from '../../../../lib/mesh/private/pods/container-ports';
import { shopChart } from '../../../support/shop-chart';

function portOf(ports: ContainerProps['ports'], said: SaidPort = {}): unknown {
  return portOfContainers(new Deployment(shopChart(), 'old', { containers: [{ image: 'registry.example.com/web:1', ports }] }), said, 'shop/web');
}

test.each<[string | undefined, AppProtocol]>([
  [undefined, AppProtocol.HTTP], ['api', AppProtocol.HTTP], ['httpx', AppProtocol.HTTP], ['grpc', AppProtocol.GRPC], ['grpc-api', AppProtocol.GRPC], ['grpc-web-api', AppProtocol.GRPC_WEB],
  ['tcp-db', AppProtocol.TCP],
])('at the only port, called %s, is spoken %s', (name, protocol) => {
  expect(portOf([{ number: 8080, name }])).toEqual({ port: 8080, targetPort: 8080, protocol });
});

test('a port of UDP speaks that, whatever its name', () => {
  expect(portOf([{ number: 53, name: 'dns', protocol: Protocol.UDP }])).toEqual({ port: 53, targetPort: 53, protocol: AppProtocol.UDP });
});

test('what is said comes first', () => {
  expect(portOf([{ number: 8080, name: 'http' }], { port: 80, protocol: AppProtocol.HTTP2 })).toEqual({ port: 80, targetPort: 8080, protocol: AppProtocol.HTTP2 });
  expect(portOf([{ number: 8080, name: 'http' }, { number: 9090, name: 'grpc' }], { port: 9090 })).toEqual({ port: 9090, targetPort: 9090, protocol: AppProtocol.GRPC });
  expect(portOf([{ number: 8080, name: 'http' }], { targetPort: 7070 })).toEqual({ port: 7070, targetPort: 7070, protocol: AppProtocol.HTTP });
  expect(portOf([], { port: 80 })).toEqual({ port: 80, targetPort: 80, protocol: AppProtocol.HTTP });
});

test('fails where nothing is said of several ports, or only that of the Service', () => {
  const message = 'shop/web: which port of "shop/old" it serves is ambiguous. Known ports of its containers: 8080, 9090. Set one: targetPort: 8080.';
  const two = [{ number: 8080, name: 'http' }, { number: 9090, name: 'grpc' }];
  expect(() => portOf(two)).toThrow(new Error(message));
  expect(() => portOf(two, { port: 80 })).toThrow(new Error(message));
});
