const HTTP = ['http', 'http2', 'http_proxy', 'grpc', 'grpc-web'];
const TLS = ['https', 'tls'];
const TCP = ['tcp', ...TLS, 'mongo', 'redis', 'mysql'];

/** The protocols that Istio knows by name, in lower case. */
export const KNOWN_PROTOCOLS: ReadonlySet<string> = new Set([...HTTP, ...TCP, 'udp']);

/** Whether a protocol is HTTP, in any of its forms. */
export function isHttp(name: string): boolean {
  return HTTP.includes(name.toLowerCase());
}

/** Whether a protocol is TLS that Istio does not look into. */
export function isTls(name: string): boolean {
  return TLS.includes(name.toLowerCase());
}

/** Whether a protocol is a stream of bytes to Istio. */
export function isTcp(name: string): boolean {
  return TCP.includes(name.toLowerCase());
}
