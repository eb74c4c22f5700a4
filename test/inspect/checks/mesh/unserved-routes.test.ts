import { unservedRoutesCheck } from '../../../../lib/inspect/checks/mesh/unserved-routes';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const server = (protocol: string, tls = '', hosts = 'a.com', port = 443): string => (
  `{port: {number: ${port}, name: a, protocol: ${protocol}}, hosts: [${hosts}]${tls === '' ? '' : `, tls: {${tls}}`}}`
);
const gateway = (...servers: string[]): string => kube('IstioGateway edge/shop', `{selector: {istio: ingressgateway}, servers: [${servers.join(', ')}]}`);
const routes = (spec: string, hosts = 'a.com', gateways = 'edge/shop'): string => kube('VirtualService shop/web', `{hosts: [${hosts}], gateways: [${gateways}], ${spec}}`);

const http = 'http: [{route: [{destination: {host: web}}]}]';
const tls = 'tls: [{match: [{sniHosts: [a.com]}], route: [{destination: {host: web}}]}]';
const tcp = 'tcp: [{route: [{destination: {host: web}}]}]';

const passed = server('TLS', 'mode: PASSTHROUGH');
const redirected = server('HTTP', 'httpsRedirect: true', 'a.com', 80);
const decrypted = (protocol: string, mode = 'SIMPLE', hosts = 'a.com'): string => server(protocol, `mode: ${mode}, credentialName: a`, hosts);

const unread = 'port 443 of Gateway edge/shop passes TLS through, and uses only tls routes';

ruleCases(unservedRoutesCheck, [
  ['http routes where TLS is passed on', together(gateway(passed), routes(http)), [`error spec.http: ${unread}: these http routes have no effect`]],
  ['http routes where HTTPS is passed on', together(gateway(server('HTTPS', 'mode: PASSTHROUGH')), routes(http)), [`error spec.http: ${unread}: these http routes have no effect`]],
  ['tcp routes where TLS is passed on', together(gateway(passed), routes(tcp)), [`error spec.tcp: ${unread}: these tcp routes have no effect`]],
  ['http routes behind what is sent to TLS that is passed on', together(gateway(redirected, passed), routes(http)), [
    `error spec.http: ${unread}, of which the input shows none: these http routes have no effect`,
  ]],
  ['http routes where tls has no mode', together(gateway(server('HTTPS', 'credentialName: a')), routes(http)), [
    'error spec.http: port 443 of Gateway edge/shop passes TLS through, since its tls has no mode, and uses only tls routes: these http routes have no effect',
  ]],
  ['a port whose number cannot be read', together(gateway(passed.replace('number: 443, ', '')), routes(http)), [
    `error spec.http: ${unread.replace('port 443', 'servers[0]')}: these http routes have no effect`,
  ]],
  ['http routes beside tls routes', together(gateway(passed), routes(`${http}, ${tls}`)), [`warning spec.http: ${unread}: these http routes have no effect`]],
  ...['SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL', 'OPTIONAL_MUTUAL'].map(mode => (
    [`tls routes where HTTPS is decrypted by ${mode}`, together(gateway(decrypted('HTTPS', mode)), routes(tls)), [
      'error spec.tls: port 443 of Gateway edge/shop decrypts HTTPS, and uses only http routes: these tls routes have no effect',
    ]] as const
  )),
  ['http routes where TLS is decrypted', together(gateway(decrypted('TLS')), routes(http)), [
    'error spec.http: port 443 of Gateway edge/shop decrypts TLS, and uses only tcp routes: these http routes have no effect',
  ]],
  ['tls routes where TLS is decrypted', together(gateway(decrypted('TLS')), routes(tls)), [
    'error spec.tls: port 443 of Gateway edge/shop decrypts TLS, and uses only tcp routes: these tls routes have no effect',
  ]],
  ['tcp routes for plain HTTP', together(gateway(server('HTTP', '', 'a.com', 80)), routes(tcp)), [
    'error spec.tcp: port 80 of Gateway edge/shop speaks HTTP, and uses only http routes: these tcp routes have no effect',
  ]],
  ['tls routes for what is sent to HTTPS', together(gateway(redirected), routes(tls)), [
    'error spec.tls: port 80 of Gateway edge/shop speaks HTTP, and uses only http routes: these tls routes have no effect',
  ]],
  ['http routes for TCP', together(gateway(server('mongo', '', '"*"', 27_017)), routes(http)), [
    'error spec.http: port 27017 of Gateway edge/shop speaks MONGO, and uses only tcp routes: these http routes have no effect',
  ]],
  ['a wildcard of one namespace', together(gateway(server('TLS', 'mode: PASSTHROUGH', 'shop/*.com')), routes(http)), [`error spec.http: ${unread}: these http routes have no effect`]],
  ['a host of another server that takes them', together(gateway(passed, decrypted('HTTPS', 'SIMPLE', 'b.com')), routes(http)), [
    `error spec.http: ${unread}: these http routes have no effect`,
  ]],
  ['routes for a gateway beside those for the mesh', together(gateway(passed), routes(
    'http: [{match: [{gateways: [mesh]}], route: [{destination: {host: web}}]}, {match: [{gateways: [edge/shop]}], route: [{destination: {host: web}}]}]', 'a.com', 'mesh, edge/shop',
  )), [`warning spec.http[1]: ${unread}: these http routes have no effect`]],
], [
  ['tls routes where TLS is passed on', together(gateway(passed), routes(tls))],
  ['http routes where HTTPS is decrypted', together(gateway(decrypted('HTTPS')), routes(http))],
  ['tcp routes where TLS is decrypted', together(gateway(decrypted('TLS', 'ISTIO_MUTUAL')), routes(tcp))],
  ['http routes for gRPC', together(gateway(server('GRPC')), routes(http))],
  ['a kind of routes for each of two servers', together(gateway(server('HTTP', '', 'a.com', 80), passed), routes(`${http}, ${tls}`))],
  ['http routes for plain HTTP, and those of TLS in another place', together(gateway(server('HTTP', '', 'a.com', 80), passed), routes(http))],
  ['http routes for what is sent to HTTPS that another VirtualService serves', together(
    gateway(redirected, passed), routes(http), kube('VirtualService other/web', `{hosts: ["*.com"], gateways: [edge/shop], ${tls}}`),
  )],
  ['http routes for what is sent to HTTPS, which something before the gateway decrypts', together(gateway(redirected), routes(http))],
  ['routes for two hosts of two servers', together(gateway(passed, decrypted('HTTPS', 'SIMPLE', 'b.com')), routes(http, 'a.com, b.com'))],
  ['a host that no server has, of which IST0132 speaks', together(gateway(passed), routes(http, 'b.com'))],
  ['a server for VirtualServices of another namespace', together(gateway(server('TLS', 'mode: PASSTHROUGH', './a.com')), routes(http))],
  ['routes that the mesh takes', together(gateway(passed), routes(http, 'a.com', 'mesh, edge/shop'))],
  ['routes for the mesh alone', together(gateway(passed), routes(http, 'a.com', 'mesh'))],
  ['tls routes for the mesh and tcp routes for an egress gateway', together(gateway(decrypted('TLS', 'ISTIO_MUTUAL')), routes([
    'tls: [{match: [{gateways: [mesh], port: 443, sniHosts: [a.com]}], route: [{destination: {host: egress}}]}]',
    'tcp: [{match: [{gateways: [edge/shop], port: 443}], route: [{destination: {host: a.com}}]}]',
  ].join(', '), 'a.com', 'mesh, edge/shop'))],
  ['a gateway that is not shown', together(gateway(passed), routes(http, 'a.com', 'edge/shop, edge/other'))],
  ['a server that chooses by itself', together(gateway(server('TLS', 'mode: AUTO_PASSTHROUGH', '"*"')), routes(http))],
  ['tls routes for a server without mode', together(gateway(server('HTTPS', 'credentialName: a')), routes(tls))],
  ['HTTPS without settings, which is refused', together(gateway(server('HTTPS')), routes(http))],
  ['TCP with settings for TLS, which is refused', together(gateway(server('TCP', 'mode: SIMPLE')), routes(http))],
  ['a protocol that nobody knows', together(gateway(server('FTP')), routes(http))],
  ['no routes, hosts and servers', together(gateway(passed), routes('http: []'), kube('VirtualService shop/none', '{gateways: [edge/shop]}'), kube('IstioGateway shop/none'))],
]);
