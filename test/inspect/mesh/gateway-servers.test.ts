import { calledName, canStandBehind, GatewayServer, isDecrypting, isEncrypted, isTlsBehindHttp, serverName, serversOf } from '../../../lib/inspect/mesh/gateway-servers';
import { kube } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const servers = (...texts: string[]): readonly GatewayServer[] => serversOf(
  objectSet(kube('IstioGateway edge/shop', `{servers: [${texts.map(text => `{${text}}`).join(', ')}]}`)).of('networking.istio.io/Gateway')[0],
);

const port = (protocol: string): string => `port: {number: 443, protocol: ${protocol}}`;
const http = port('http');
const redirect = `${http}, tls: {httpsRedirect: true}`;
const https = `${port('HTTPS')}, tls: {mode: SIMPLE}`;
const passed = `${port('HTTPS')}, tls: {mode: PASSTHROUGH}`;
const tcp = port('TCP');

test('a server is what it says of port, address and hosts', () => {
  const [server] = servers(`${http}, bind: 10.0.0.1, hosts: ["*/a.com", ./b.com, pay/c.com, d.com]`, 'port: {number: x}');
  expect([server.number, server.bind, server.protocol, server.hosts, serverName(server)]).toEqual([443, '10.0.0.1', 'HTTP', ['a.com', 'edge/b.com', 'pay/c.com', 'd.com'], 'servers[0]']);
});

test('one whose port cannot be read is none, and the others keep their names', () => {
  expect(servers('port: {number: x}', http).map(serverName)).toEqual(['servers[1]']);
});

test('all hosts of all namespaces are all hosts', () => {
  expect(servers(`${http}, hosts: [a.com, "*/*"]`)[0].hosts).toEqual(['*']);
  expect(calledName('shop/*')).toBe('*');
});

test.each([
  [http, false, false],
  [redirect, false, false],
  [https, true, true],
  [passed, true, false],
  [`${port('HTTPS')}, tls: {}`, true, false],
  [port('HTTPS'), false, false],
  [`${port('TCP')}, tls: {mode: SIMPLE}`, true, false],
  [tcp, false, false],
])('{%s} speaks TLS: %s, and decrypts HTTPS: %s', (text, encrypted, decrypting) => {
  const [server] = servers(text);
  expect([isEncrypted(server), isDecrypting(server)]).toEqual([encrypted, decrypting]);
});

test.each([
  [http, redirect, true, false],
  [http, https, false, true],
  [http, port('TLS'), false, true],
  [http, tcp, false, false],
  [tcp, http, false, false],
  [tcp, https, false, false],
])('behind {%s} may {%s} stand: %s; it is TLS behind HTTP: %s', (one, other, mayStand, isTls) => {
  const [plain, server] = servers(one, other);
  expect([canStandBehind(plain, server), isTlsBehindHttp(plain, server)]).toEqual([mayStand, isTls]);
});
