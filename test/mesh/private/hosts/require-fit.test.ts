import { Chart, Testing } from 'cdk8s';
import { AppProtocol } from '../../../../lib';
import { requireFit } from '../../../../lib/mesh/private/hosts/require-fit';
import type { Layer } from '../../../../lib/mesh/private/routing/layer';

const HOST = 'orders.shop.svc.cluster.local';
const http = { name: 'http', port: 80, protocol: AppProtocol.HTTP, targetPort: 80 };
const mysql = { name: 'mysql', port: 3306, protocol: AppProtocol.MYSQL, targetPort: 3306 };
const dns = { name: 'udp-dns', port: 53, protocol: AppProtocol.UDP, targetPort: 53 };

function fit(port: number, ports: ReadonlyArray<typeof http>, { isHeadless = false, layer = 'requests' }: { isHeadless?: boolean; layer?: Layer } = {}): () => void {
  return () => requireFit(new Chart(Testing.app(), 'web'), { isHeadless, port, ports }, { host: HOST, port, layer });
}

test.each<[string, () => void]>([
  ['requests to HTTP', fit(80, [http])],
  ['connections to a database', fit(3306, [mysql], { layer: 'connections' })],
  ['connections to HTTP', fit(80, [http], { layer: 'connections' })],
])('%s fit', (_, act) => {
  expect(act).not.toThrow();
});

test.each<[string, () => void, string]>([
  ['a headless service', fit(80, [http], { isHeadless: true }), `web: is headless, so requests for ${HOST} would not arrive here: a proxy sends them to the address that the caller chose. Leave out headless, or send to a service that has its own address.`],
  ['UDP', fit(53, [dns, mysql]), `web: port 53 speaks UDP, which bypasses the mesh, so traffic for ${HOST} cannot be sent there. Send it to a port of TCP: atPort(3306).`],
  ['UDP alone', fit(53, [dns]), `web: port 53 speaks UDP, which bypasses the mesh, so traffic for ${HOST} cannot be sent there. Send to a service that has a port of TCP.`],
  ['requests to a database', fit(3306, [mysql, http]), `web: port 3306 speaks mysql, and requests for ${HOST} would arrive there in plain text. Send them to a port that speaks HTTP: atPort(80), or set protocol: AppProtocol.HTTP if the port speaks HTTP.`],
])('%s is refused', (_, act, message) => {
  expect(act).toThrow(new Error(message));
});
