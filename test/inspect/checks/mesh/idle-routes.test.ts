import { idleRoutesCheck } from '../../../../lib/inspect/checks/mesh/idle-routes';
import { ambientCases, sidecarCases } from '../../../support/ambient-cases';
import { judge } from '../../../support/judge';
import { kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const entry = (ports: string, name = 'pay'): string => kube(`ServiceEntry shop/${name}`, `{hosts: [pay.example.com], resolution: DNS, ports: [${ports}]}`);
const routes = (spec: string, hosts = 'pay.example.com'): string => kube('VirtualService shop/pay', `{hosts: ["${hosts}"], ${spec}}`);

const HTTPS = '{number: 443, name: https, protocol: HTTPS}';
const HTTP = '{number: 80, name: http, protocol: HTTP}';

const to = (host = 'pay.example.com', more = ''): string => `route: [{destination: {host: ${host}${more}}}]`;
const TIMEOUT = `http: [{timeout: 5s, ${to()}}]`;
const SNI = `tls: [{match: [{sniHosts: [pay.example.com]}], ${to()}}]`;

const unasked = 'warning spec.http: no port in the input uses http routes: pay.example.com speaks HTTPS on port 443';

ruleCases(idleRoutesCheck, [
  ...sidecarCases(together(entry(HTTPS), routes(TIMEOUT)), [unasked]),
  ['a timeout for HTTPS', together(entry(HTTPS), routes(TIMEOUT)), [unasked]],
  ['a match', together(entry(HTTPS), routes(`http: [{match: [{uri: {prefix: /}}], ${to()}}]`)), [unasked]],
  ['a split', together(entry(HTTPS), routes('http: [{route: [{destination: {host: pay.example.com}, weight: 90}, {destination: {host: a}, weight: 10}]}]')), [unasked]],
  ['a subset', together(entry(HTTPS), routes(`http: [{${to('pay.example.com', ', subset: a')}}]`)), [unasked]],
  ['another host', together(entry(HTTPS), routes(`http: [{${to('a.example.com')}}]`)), [unasked]],
  ['a fault for a database', together(service('shop/db', '{name: tcp-db, port: 5432}, {name: tcp-more, port: 5433}'), routes(`http: [{fault: {}, ${to('db')}}]`, 'db')), [
    'warning spec.http: no port in the input uses http routes: db.shop.svc.cluster.local speaks TCP on port 5432, 5433',
  ]],
  ['UDP beside TCP', together(service('shop/dns', '{name: dns, port: 53, protocol: UDP}, {name: a, port: 53}'), routes(`http: [{timeout: 5s, ${to('dns')}}]`, 'dns')), [
    'warning spec.http: no port in the input uses http routes: dns.shop.svc.cluster.local speaks TCP on port 53',
  ]],
  ['hosts of which none speaks HTTP', together(entry(HTTPS), service('shop/db', '{name: tcp, port: 5432}, {name: tls-a, port: 443}'), kube(
    'VirtualService shop/pay', `{hosts: [pay.example.com, db], ${TIMEOUT}}`,
  )), [
    'warning spec.http: no port in the input uses http routes: pay.example.com speaks HTTPS on port 443, db.shop.svc.cluster.local speaks TCP on port 5432 and TLS on port 443',
  ]],
  ['a port whose number cannot be read', together(entry('{name: https, protocol: HTTPS}'), routes(TIMEOUT)), [
    'warning spec.http: no port in the input uses http routes: pay.example.com speaks HTTPS on the port "https"',
  ]],
  ['routes for TCP where TLS is spoken', together(entry(HTTPS), routes(`${SNI}, tcp: [{${to('a')}}]`)), [
    'warning spec.tcp: no port in the input uses tcp routes: pay.example.com speaks HTTPS on port 443',
  ]],
  ['routes for TLS where TCP is spoken', together(entry('{number: 443, name: tcp, protocol: TCP}'), routes(SNI)), [
    'warning spec.tls: no port in the input uses tls routes: pay.example.com speaks TCP on port 443',
  ]],
  ['routes for TLS where HTTP is spoken', together(entry(HTTP), routes(SNI)), [
    'warning spec.tls: no port in the input uses tls routes: pay.example.com speaks HTTP on port 80',
  ]],
  ['routes for TCP where HTTP is spoken', together(service('shop/web', '{name: web, port: 80, appProtocol: grpc}'), routes(`tcp: [{${to('a')}}]`, 'web')), [
    'warning spec.tcp: no port in the input uses tcp routes: web.shop.svc.cluster.local speaks GRPC on port 80',
  ]],
], [
  ['routes for TLS and TCP where both are spoken', together(entry(`${HTTPS}, {number: 5432, name: tcp, protocol: TCP}`), routes(`${SNI}, tcp: [{${to('a')}}]`))],
  ['a route for TCP that leads where connections go anyway', together(entry(HTTPS), routes(`tcp: [{${to()}}]`))],
  ['TLS beside a port of which the proxies find out', together(entry(`${HTTPS}, {number: 5432, name: a}`), routes(`tcp: [{${to('a')}}]`))],
  ['HTTP beside HTTPS', together(entry(`${HTTP}, ${HTTPS}`), routes(`${TIMEOUT}, ${SNI}`))],
  ['HTTP in another ServiceEntry', together(entry(HTTP, 'a'), entry(HTTPS), routes(TIMEOUT))],
  ['a port of which the proxies find out', together(service('shop/db', '{name: db, port: 5432}'), routes(`http: [{timeout: 5s, ${to('db')}}]`, 'db'))],
  ['a port without protocol', together(entry('{number: 443, name: a}'), routes(TIMEOUT))],
  ['a route that leads where requests go anyway', together(service('shop/db', '{name: tcp, port: 5432}'), routes(`http: [{name: a, ${to('db')}}]`, 'db'))],
  ['routes for a gateway', together(entry(HTTPS), routes(`gateways: [mesh, edge/shop], ${TIMEOUT}`))],
  ['routes for another gateway alone', together(entry(HTTPS), routes(`gateways: [edge/shop], ${TIMEOUT}`))],
  ['a host that is not shown', routes(TIMEOUT)],
  ['many hosts', together(entry(HTTPS), routes(TIMEOUT, '*.example.com'))],
  ['a host that is elsewhere', together(kube('Service shop/pay', '{type: ExternalName, externalName: a.com, ports: [{name: tcp, port: 443}]}'), routes(TIMEOUT, 'pay'))],
  ...ambientCases(together(entry(HTTPS), routes(TIMEOUT))),
]);

test.each([
  ['HTTPS, to which http routes are written', HTTPS, TIMEOUT, 'write tls routes, or name HTTP as the protocol of the port if that is what it speaks'],
  ['TCP beside HTTP', `${HTTP}, {number: 5432, name: tcp, protocol: TCP}`, SNI, 'write http or tcp routes, or name HTTPS or TLS as the protocol of the port if that is what it speaks'],
])('the repair names the routes that are asked for %s', (_, ports, spec, repair) => {
  expect(judge(together(entry(ports), routes(spec)), { checks: [idleRoutesCheck] }).findings.map(finding => finding.repair)).toEqual([repair]);
});
