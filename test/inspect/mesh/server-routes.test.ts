import { Field } from '../../../lib/inspect/mesh/field';
import { routesOfServer } from '../../../lib/inspect/mesh/server-routes';

test.each([
  ['http', { port: { protocol: 'HTTP2' } }],
  ['redirect', { port: { protocol: 'HTTP' }, tls: { httpsRedirect: true } }],
  ['http', { port: { protocol: 'https' }, tls: { mode: 'OPTIONAL_MUTUAL' } }],
  ['tcp', { port: { protocol: 'TLS' }, tls: { mode: 'ISTIO_MUTUAL' } }],
  ['tcp', { port: { protocol: 'REDIS' } }],
  ['tls', { port: { protocol: 'HTTPS' }, tls: { mode: 'PASSTHROUGH' } }],
  ['tls', { port: { protocol: 'TLS' }, tls: { mode: 'PASSTHROUGH' } }],
  ['tls', { port: { protocol: 'HTTPS' }, tls: { credentialName: 'a' } }],
  ['unknown', { port: { protocol: 'HTTPS' }, tls: { mdoe: 'SIMPLE' } }],
  ['unknown', { port: { protocol: 'HTTPS' }, tls: { mode: 7 } }],
  ['unknown', { port: { protocol: 'TLS' }, tls: { mode: 'AUTO_PASSTHROUGH' } }],
  ['unknown', { port: { protocol: 'HTTPS' }, tls: { mode: 'SIMPEL' } }],
  ['unknown', { port: { protocol: 'HTTPS' } }],
  ['unknown', { port: { protocol: 'TCP' }, tls: { mode: 'SIMPLE' } }],
  ['unknown', { port: { protocol: 'UDP' } }],
  ['unknown', {}],
])('takes %s: %j', (routes, server) => {
  expect(routesOfServer(Field.root(server))).toBe(routes);
});
