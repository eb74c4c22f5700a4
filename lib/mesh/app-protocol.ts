/** What a port speaks. The value is the `appProtocol` of the Service's port; the name of the port begins with it, as older meshes read it. */
export enum AppProtocol {
  GRPC = 'grpc',
  GRPC_WEB = 'grpc-web',
  HTTP = 'http',
  HTTP2 = 'http2',
  HTTPS = 'https',
  MONGO = 'mongo',
  MYSQL = 'mysql',
  REDIS = 'redis',
  TCP = 'tcp',
  TLS = 'tls',
  UDP = 'udp',
}
