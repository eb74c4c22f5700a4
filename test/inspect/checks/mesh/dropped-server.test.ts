import { droppedServerCheck } from '../../../../lib/inspect/checks/mesh/dropped-server';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const gateway = (...servers: string[]): string => kube('IstioGateway edge/shop', `{selector: {istio: ingressgateway}, servers: [${servers.map(server => `{${server}}`).join(', ')}]}`);
const server = (protocol: string, hosts: string, more = ''): string => `port: {number: 443, name: a, protocol: ${protocol}}, hosts: [${hosts}]${more === '' ? '' : `, ${more}`}`;
const https = (hosts: string, credentialName = 'shop', more = ''): string => server('HTTPS', hosts, `tls: {mode: SIMPLE, credentialName: ${credentialName}}${more}`);
const redirect = (hosts: string): string => server('HTTP', hosts, 'tls: {httpsRedirect: true}');

const at = 'error spec.servers[1]';
const on = 'on port 443 already, so istiod drops this server';

ruleCases(droppedServerCheck, [
  ['a host of TLS twice', gateway(https('a.com'), https('a.com, b.com')), [`${at}.hosts: servers[0] has a.com ${on}, with b.com`]],
  ['a host with two certificates', gateway(https('a.com'), https('a.com', 'other')), [`${at}.hosts: servers[0] has a.com ${on} and its settings`]],
  ['a host that is passed through and decrypted', gateway(server('TLS', 'a.com', 'tls: {mode: PASSTHROUGH}'), https('a.com')), [
    `${at}.hosts: servers[0] has a.com ${on} and its settings`,
  ]],
  ['a host that is sent to HTTPS twice', gateway(redirect('a.com'), redirect('a.com, b.com')), [`${at}.hosts: servers[0] has a.com ${on}, with b.com`]],
  ['a host of all namespaces, said and not said', gateway(https('a.com'), https('"*/a.com", b.com')), [`${at}.hosts: servers[0] has a.com ${on}, with b.com`]],
  ['a host of the own namespace, said by a dot', gateway(https('edge/a.com'), https('./a.com, b.com')), [`${at}.hosts: servers[0] has edge/a.com ${on}, with b.com`]],
  ['all hosts, in both ways', gateway(https('"*"'), https('"*/*"', 'other')), [`${at}.hosts: servers[0] has * ${on} and its settings`]],
  ['the third, with a host of the second', gateway(https('a.com'), https('b.com'), https('b.com, c.com')), [
    `error spec.servers[2].hosts: servers[1] has b.com ${on}, with c.com`,
  ]],
  ['a host on one address', gateway(https('a.com', 'shop', ', bind: 10.0.0.1'), https('a.com, b.com', 'shop', ', bind: 10.0.0.1')), [
    `${at}.hosts: servers[0] has a.com ${on}, with b.com`,
  ]],
  ['a name of two namespaces', gateway(https('pay/a.com'), https('shop/a.com')), [
    `${at}.hosts: servers[0] has a.com on port 443 too, for other namespaces: callers send the same name to both, and Envoy rejects the whole port`,
  ]],
  ['two servers of TCP', gateway(server('TCP', 'a.com'), server('TCP', 'b.com')), [
    `${at}.port: servers[0] uses port 443 for TCP, so istiod drops this server: without TLS, only HTTP servers can share a port`,
  ]],
  ['HTTP behind TCP', gateway(server('TCP', 'a.com'), server('HTTP', 'a.com')), [
    `${at}.port: servers[0] uses port 443 for TCP, so istiod drops this server: without TLS, only HTTP servers can share a port`,
  ]],
  ['TLS behind TCP', gateway(server('mongo', 'a.com'), https('b.com')), [
    `${at}.port: servers[0] uses port 443 for MONGO, so istiod drops this server: without TLS, only HTTP servers can share a port`,
  ]],
  ['TCP behind HTTP', gateway(server('HTTP', 'a.com'), server('TCP', 'a.com')), [
    `${at}.port: servers[0] uses port 443 for HTTP, so istiod drops this server: without TLS, only HTTP servers can share a port`,
  ]],
  ['HTTP behind TCP that is behind TLS', gateway(https('a.com'), server('TCP', '"*"'), server('HTTP', 'b.com')), [
    'error spec.servers[2].port: servers[1] uses port 443 for TCP, so istiod drops this server: without TLS, only HTTP servers can share a port',
  ]],
  ['TLS behind TCP that is behind TLS', gateway(https('a.com'), server('TCP', '"*"'), https('b.com')), [
    'error spec.servers[2].port: servers[1] uses port 443 for TCP, so istiod drops this server: without TLS, only HTTP servers can share a port',
  ]],
  ['servers of TCP at another address than the first', gateway(
    server('TCP', 'a.com', 'bind: 10.0.0.1'), server('TCP', 'b.com', 'bind: 10.0.0.2'), server('TCP', 'c.com', 'bind: 10.0.0.2'),
  ), ['error spec.servers[2].port: servers[1] uses port 443 for TCP, so istiod drops this server: without TLS, only HTTP servers can share a port']],
], [
  ['TCP behind one server with TLS', gateway(https('a.com'), server('TCP', '"*"'))],
  ['TCP behind two servers with TLS, which istiod takes since 1.28.1', gateway(https('a.com'), https('b.com'), server('TCP', '"*"'))],
  ['servers of TCP at addresses of their own', gateway(server('TCP', 'a.com', 'bind: 10.0.0.1'), server('TCP', 'b.com', 'bind: 10.0.0.2'))],
  ['ports that are no numbers', gateway(https('a.com').replace('443', '{a: b}'), https('a.com', 'other').replace('443', 'b'))],
  ['ports in quotes of their own', gateway(https('a.com').replace('443', '"443"'), https('a.com', 'other').replace('443', '"8443"'))],
  ['one server', gateway(https('a.com'))],
  ['hosts of their own', gateway(https('a.com'), https('b.com'))],
  ['a host that a wildcard covers, too', gateway(https('"*.com"'), https('a.com'))],
  ['a server twice, of which nothing is lost', gateway(https('a.com, b.com'), https('b.com'))],
  ['ports of their own', gateway(https('a.com'), https('a.com, b.com').replace('443', '8443'))],
  ['addresses of their own', gateway(https('a.com'), https('a.com, b.com', 'shop', ', bind: 10.0.0.1'))],
  ['plain HTTP, whose hosts are merged', gateway(server('HTTP', 'a.com'), server('HTTP', 'a.com, b.com'))],
  ['plain HTTP and GRPC', gateway(server('HTTP', 'a.com'), server('GRPC', 'a.com, b.com'))],
  ['plain HTTP beside what is sent to HTTPS', gateway(redirect('a.com'), server('HTTP', 'a.com, b.com'))],
  ['TLS on a port of HTTP, of which MESH069 speaks', gateway(server('HTTP', 'a.com'), https('b.com'))],
  ['HTTP behind TLS, which istiod keeps', gateway(https('b.com'), server('HTTP', 'a.com'))],
  ['servers of TCP with the same hosts', gateway(server('TCP', '"*"'), server('TCP', 'b.com'))],
  ['a name of two namespaces that is passed through', gateway(server('TLS', 'pay/a.com', 'tls: {mode: PASSTHROUGH}'), server('TLS', 'shop/a.com', 'tls: {mode: PASSTHROUGH}'))],
  ['servers that are none', gateway('port: 1', 'hosts: 1', 'tls: 1')],
  ['no servers', kube('IstioGateway edge/shop', '{servers: {a: b}}')],
]);
