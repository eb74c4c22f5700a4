import { mixedGatewayPortCheck } from '../../../../lib/inspect/checks/mesh/mixed-gateway-port';
import { judge } from '../../../support/judge';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const gateway = (name: string, servers: string, selector = '{istio: ingressgateway}'): string => kube(`IstioGateway edge/${name}`, `{selector: ${selector}, servers: [${servers}]}`);
const pods = (name: string): string => kube(`Deployment ${name}`, '{template: {metadata: {labels: {istio: ingressgateway, app: ig}}}}');

const server = (protocol: string, more = ''): string => `{port: {number: 80, protocol: ${protocol}}${more}}`;
const https = (hosts = 'a.com', more = ''): string => server('HTTPS', `, hosts: [${hosts}], tls: {mode: SIMPLE, credentialName: a}${more}`);
const http = (more = ''): string => server('HTTP', more);

const aged = (text: string, year: number): string => text.replace('metadata: {', `metadata: {creationTimestamp: ${year}-01-01T00:00:00Z, `);
const old = (text: string): string => aged(text, 2020);
const young = (text: string): string => aged(text, 2024);

const at = (index: number): string => `warning spec.servers[${index}].port.protocol`;
const HTTP_BY_A = 'port 80 of these pods serves HTTP through Gateway edge/a';

ruleCases(mixedGatewayPortCheck, [
  ['TLS on a port of HTTP', together(gateway('a', http()), gateway('b', https())), [`${at(0)}: ${HTTP_BY_A}, and istiod drops this server if that one is older`]],
  ['TLS on a port of HTTP of an older gateway', together(old(gateway('a', http())), young(gateway('b', https()))), [
    `${at(0)}: ${HTTP_BY_A}, which is older, so istiod drops this server`,
  ]],
  ['TLS that is passed through on a port of HTTP of an older gateway', together(old(gateway('a', http())), young(gateway('b', server('TLS', ', tls: {mode: PASSTHROUGH}')))), [
    `${at(0)}: ${HTTP_BY_A}, which is older, so istiod drops this server`,
  ]],
  ['TLS on a port of TCP of an older gateway', together(old(gateway('a', server('TCP'))), young(gateway('b', https()))), [
    `${at(0)}: port 80 of these pods serves TCP through Gateway edge/a, which is older, so istiod drops this server`,
  ]],
  ['TCP on a port of HTTP of an older gateway', together(old(gateway('a', http())), young(gateway('b', server('TCP')))), [
    `${at(0)}: ${HTTP_BY_A}, which is older, so istiod drops this server`,
  ]],
  ['HTTP on a port of TCP of an older gateway', together(young(gateway('a', http())), old(gateway('b', server('TCP')))), [
    `${at(0)}: port 80 of these pods serves TCP through Gateway edge/b, which is older, so istiod drops this server`,
  ]],
  ['HTTP and TCP of gateways whose age nobody knows', together(gateway('a', http()), gateway('b', server('TCP'))), [`${at(0)}: ${HTTP_BY_A}, and istiod drops the newer one`]],
  ['TLS on a port of what is sent to HTTPS by an older gateway', together(old(gateway('a', http(', tls: {httpsRedirect: true}'))), young(gateway('b', https()))), [
    `${at(0)}: ${HTTP_BY_A}, which is older, so istiod drops this server`,
  ]],
  ['TLS behind HTTP of one gateway', gateway('a', `${http()}, ${https()}`), [`${at(1)}: servers[0] uses port 80 for HTTP, and istiod drops this server`]],
  ['TLS behind HTTP that is behind TLS', gateway('a', `${https()}, ${http()}, ${https('b.com')}`), [`${at(2)}: servers[1] uses port 80 for HTTP, and istiod drops this server`]],
  ['TLS for all hosts before HTTP of one gateway', gateway('a', `${https('"*"')}, ${http()}`), [
    `${at(0)}: port 80 of these pods serves HTTP through servers[1] as well, and Envoy rejects the whole port, since this server is for all hosts`,
  ]],
  ['TLS for all hosts of an older gateway', together(young(gateway('a', http())), old(gateway('b', https('shop/*')))), [
    `${at(0)}: ${HTTP_BY_A} as well, and Envoy rejects the whole port, since this server is for all hosts`,
  ]],
  ['TLS for all hosts of a gateway whose age nobody knows', together(gateway('a', http()), gateway('b', https('"*"'))), [
    `${at(0)}: ${HTTP_BY_A}, and istiod drops this server if that one is older; if not, Envoy rejects the whole port, since this server is for all hosts`,
  ]],
  ['TLS for all hosts at all addresses, said and not said', together(gateway('a', http(', bind: 0.0.0.0')), gateway('b', https('"*"'))), [
    `${at(0)}: ${HTTP_BY_A} as well, and Envoy rejects the whole port, since this server is for all hosts`,
  ]],
  ['two protocols by two selectors of the same pods', together(gateway('a', http()), gateway('b', https(), '{istio: ingressgateway, app: ig}'), pods('edge/ig')), [
    `${at(0)}: ${HTTP_BY_A}, and istiod drops this server if that one is older`,
  ]],
], [
  ['HTTP behind TLS of one gateway, which serves both', gateway('a', `${https()}, ${http()}`)],
  ['HTTP behind two servers with TLS, which istiod keeps since 1.28.1', gateway('a', `${https()}, ${https('b.com')}, ${http()}`)],
  ['HTTP behind TLS of an older gateway', together(young(gateway('a', http())), old(gateway('b', https())))],
  ['TCP behind TLS for all hosts', gateway('a', `${https('"*"')}, ${server('TCP')}`)],
  ['TLS behind TCP of one gateway, of which MESH101 speaks', gateway('a', `${server('TCP')}, ${https()}`)],
  ['TLS behind HTTP, with a host that an earlier one has, of which MESH101 speaks', gateway('a', `${https()}, ${http()}, ${https()}`)],
  ['all addresses, said and not said, which are two to istiod', together(gateway('a', http(', bind: 0.0.0.0')), gateway('b', https()))],
  ['selectors of different pods', together(gateway('a', http(), '{app: other}'), gateway('b', https(), '{app: ig}'), pods('edge/ig'))],
  ['an address of its own', together(gateway('a', http(', bind: 10.0.0.1')), gateway('b', https('"*"')))],
  ['ports of their own', together(gateway('a', http()), gateway('b', https().replace('80', '443')))],
  ['other pods', together(gateway('a', http()), gateway('b', https(), '{app: edge}'))],
  ['one protocol', together(gateway('a', http()), gateway('b', server('HTTP2')))],
  ['two of TCP, of which IST0145 speaks', together(gateway('a', server('TCP')), gateway('b', server('TCP')))],
  ['ports that cannot be read', together(gateway('a', http().replace('80', '{a: b}')), gateway('b', https().replace('80', '{a: b}')))],
]);

/** What it says to somebody whose Istio is older than 1.28.1. */
function foundBefore(yaml: string): string[] {
  return judge(yaml, { checks: [mixedGatewayPortCheck], istioRelease: '1.27' }).findings.map(({ severity, path = '', message }) => `${severity} ${path}: ${message}`);
}

test.each([
  ['HTTP behind two servers with TLS is dropped', gateway('a', `${https()}, ${https('b.com')}, ${http()}`), [
    `${at(2)}: port 80 is used by servers with TLS, and istiod up to 1.28.0 drops this one in favor of servers[1]`,
  ]],
  ['TLS behind HTTP that is behind TLS is served', gateway('a', `${https()}, ${http()}, ${https('b.com')}`), []],
  ['so is that of a younger gateway', together(old(gateway('a', `${https()}, ${http()}`)), young(gateway('b', https('b.com')))), []],
  ['TLS behind HTTP is dropped', gateway('a', `${http()}, ${https()}`), [`${at(1)}: servers[0] uses port 80 for HTTP, and istiod drops this server`]],
  ['so is that of a younger gateway, behind HTTP', together(old(gateway('a', http())), young(gateway('b', https()))), [
    `${at(0)}: ${HTTP_BY_A}, which is older, so istiod drops this server`,
  ]],
  ['HTTP behind TLS for all hosts is refused', gateway('a', `${https('"*"')}, ${http()}`), [
    `${at(0)}: port 80 of these pods serves HTTP through servers[1] as well, and Envoy rejects the whole port, since this server is for all hosts`,
  ]],
])('before 1.28.1, %s', (_, yaml, expected) => {
  expect(foundBefore(yaml)).toEqual(expected);
});
