import { AppProtocol } from '../../app-protocol';

/** What the mesh sees of what comes to a port: each request, each connection with the name that TLS asks for, each connection, or nothing. */
export type Layer = 'requests' | 'named-connections' | 'connections' | 'nothing';

/** What the mesh sees of a protocol. */
export function layerOf(protocol: AppProtocol): Layer {
  return LAYERS[protocol];
}

const LAYERS: Readonly<Record<AppProtocol, Layer>> = {
  'grpc': 'requests',
  'grpc-web': 'requests',
  'http': 'requests',
  'http2': 'requests',
  'https': 'named-connections',
  'mongo': 'connections',
  'mysql': 'connections',
  'redis': 'connections',
  'tcp': 'connections',
  'tls': 'named-connections',
  'udp': 'nothing',
};

/** Whether calls of gRPC come to a port. */
export function isGrpc(protocol: AppProtocol): boolean {
  return protocol === AppProtocol.GRPC || protocol === AppProtocol.GRPC_WEB;
}

/** Whether a port is one of UDP, which may have the number of one of TCP. */
export function isUdp(protocol: AppProtocol): boolean {
  return protocol === AppProtocol.UDP;
}
