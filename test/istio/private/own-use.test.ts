import { PORTS_OF_NODES, PORTS_OF_SIDECARS, requireOwnPorts, requireOwnUser } from '../../../lib/istio/private/own-use';

test('most ports and users are free, and all of them outside of the mesh', () => {
  const takeAll = (): void => {
    requireOwnPorts({}, PORTS_OF_SIDECARS, 'shop/web');
    requireOwnPorts({ ports: [8080, 15010, 15443] }, PORTS_OF_SIDECARS, 'shop/web');
    requireOwnPorts({ ports: [15021] }, PORTS_OF_NODES, 'shop/web');
    requireOwnPorts({ inMesh: false, ports: [15001] }, PORTS_OF_SIDECARS, 'shop/web');
    requireOwnUser({}, 'shop/web');
    requireOwnUser({ users: [1000] }, 'shop/web');
    requireOwnUser({ inMesh: false, users: [1337] }, 'shop/web');
  };
  expect(takeAll).not.toThrow();
});

test.each(PORTS_OF_SIDECARS.ports)('fails on port %d, at which a sidecar listens', port => {
  const others = PORTS_OF_SIDECARS.ports.filter(other => other !== port).join(', ');
  expect(() => requireOwnPorts({ ports: [8080, port] }, PORTS_OF_SIDECARS, 'shop/web')).toThrow(
    new Error(`shop/web: its containers cannot listen at ${port}, which the proxy beside them needs itself, as well as ${others}. Let them listen at another port.`),
  );
});

test('fails on a port at which a node listens for its pods', () => {
  expect(() => requireOwnPorts({ ports: [15008] }, PORTS_OF_NODES, 'shop/web')).toThrow(
    new Error('shop/web: its containers cannot listen at 15008, which the proxy of the node needs itself, as well as 15001, 15006, 15053. Let them listen at another port.'),
  );
});

test('fails on the user that a sidecar runs as', () => {
  expect(() => requireOwnUser({ users: [1000, 1337] }, 'shop/web')).toThrow(
    new Error('shop/web: its containers cannot run as user 1337, that of the proxy, because all their traffic would bypass it. Use another number.'),
  );
});
