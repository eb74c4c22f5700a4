import { AppProtocol } from '../../../../lib/mesh/app-protocol';
import { isUdp, layerOf } from '../../../../lib/mesh/private/routing/layer';

test.each([
  ['requests', [AppProtocol.GRPC, AppProtocol.GRPC_WEB, AppProtocol.HTTP, AppProtocol.HTTP2]],
  ['named-connections', [AppProtocol.HTTPS, AppProtocol.TLS]],
  ['connections', [AppProtocol.MONGO, AppProtocol.MYSQL, AppProtocol.REDIS, AppProtocol.TCP]],
  ['nothing', [AppProtocol.UDP]],
])('the mesh sees %s of %j', (layer, protocols) => {
  expect(protocols.map(layerOf)).toEqual(protocols.map(() => layer));
});

test('UDP is UDP, and nothing else', () => {
  expect(Object.values(AppProtocol).filter(isUdp)).toEqual([AppProtocol.UDP]);
});
