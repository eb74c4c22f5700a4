import { idleRoutesCheck } from '../../../../lib/inspect/checks/mesh/idle-routes';
import { kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const entry = (ports: string, name = 'pay'): string => kube(`ServiceEntry shop/${name}`, `{hosts: [pay.example.com], resolution: DNS, ports: [${ports}]}`);
const routes = (spec: string, hosts = 'pay.example.com'): string => kube('VirtualService shop/pay', `{hosts: ["${hosts}"], ${spec}}`);

const HTTPS = '{number: 443, name: https, protocol: HTTPS}';
const HTTP = '{number: 80, name: http, protocol: HTTP}';

const to = (host = 'pay.example.com', more = ''): string => `route: [{destination: {host: ${host}${more}}}]`;
const TIMEOUT = `http: [{timeout: 5s, ${to()}}]`;
const SNI = `tls: [{match: [{sniHosts: [pay.example.com]}], ${to()}}]`;

const unasked = 'warning spec.http: pay.example.com speaks HTTPS at port 443, where proxies ask no http routes';

ruleCases(idleRoutesCheck, [
  ['a timeout for HTTPS', together(entry(HTTPS), routes(TIMEOUT)), [unasked]],
  ['a match', together(entry(HTTPS), routes(`http: [{match: [{uri: {prefix: /}}], ${to()}}]`)), [unasked]],
  ['a split', together(entry(HTTPS), routes('http: [{route: [{destination: {host: pay.example.com}, weight: 90}, {destination: {host: a}, weight: 10}]}]')), [unasked]],
  ['a subset', together(entry(HTTPS), routes(`http: [{${to('pay.example.com', ', subset: a')}}]`)), [unasked]],
  ['another host', together(entry(HTTPS), routes(`http: [{${to('a.example.com')}}]`)), [unasked]],
  ['a fault for a database', together(service('shop/db', '{name: tcp-db, port: 5432}, {name: tcp-more, port: 5433}'), routes(`http: [{fault: {}, ${to('db')}}]`, 'db')), [
    'warning spec.http: db.shop.svc.cluster.local speaks TCP at port 5432, 5433, where proxies ask no http routes',
  ]],
  ['UDP beside TCP', together(service('shop/dns', '{name: dns, port: 53, protocol: UDP}, {name: a, port: 53}'), routes(`http: [{timeout: 5s, ${to('dns')}}]`, 'dns')), [
    'warning spec.http: dns.shop.svc.cluster.local speaks TCP at port 53, where proxies ask no http routes',
  ]],
  ['routes for TLS where HTTP is spoken', together(entry(HTTP), routes(SNI)), [
    'warning spec.tls: pay.example.com speaks HTTP at port 80, where proxies ask no tls routes',
  ]],
  ['routes for TCP where HTTP is spoken', together(service('shop/web', '{name: web, port: 80, appProtocol: grpc}'), routes(`tcp: [{${to('a')}}]`, 'web')), [
    'warning spec.tcp: web.shop.svc.cluster.local speaks GRPC at port 80, where proxies ask no tcp routes',
  ]],
], [
  ['routes for TLS and TCP where it is spoken', together(entry(HTTPS), routes(`${SNI}, tcp: [{${to()}}]`))],
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
]);
