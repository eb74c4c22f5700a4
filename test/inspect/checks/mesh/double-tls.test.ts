import { doubleTlsCheck } from '../../../../lib/inspect/checks/mesh/double-tls';
import { ambientCases, sidecarCases } from '../../../support/ambient-cases';
import { kube, service, together } from '../../../support/kube';
import { operator } from '../../../support/mesh-configs';
import { ruleCases } from '../../../support/rule-cases';

const entry = (...ports: string[]): string => kube('ServiceEntry shop/pay', `{hosts: [pay.example.com], resolution: DNS, ports: [${ports.map(port => `{${port}}`).join(', ')}]}`);
const rule = (policy: string, host = 'pay.example.com'): string => kube('DestinationRule shop/pay', `{host: "${host}", trafficPolicy: {${policy}}}`);

const HTTPS = 'number: 443, name: https, protocol: HTTPS';
const HTTP = 'number: 80, name: http, protocol: HTTP';
const SIMPLE = 'tls: {mode: SIMPLE}';
const AT_443 = 'portLevelSettings: [{port: {number: 443}, tls: {mode: SIMPLE}}]';

const route = (kind: string, match = ''): string => kube(
  'VirtualService shop/pay', `{hosts: [pay.example.com], ${kind}: [{${match}route: [{destination: {host: pay.example.com, port: {number: 443}}}]}]}`,
);
const twice = (protocol: string, mode: string): string => `port 443 of pay.example.com is ${protocol}, so applications already use TLS, and ${mode} encrypts it again`;

ruleCases(doubleTlsCheck, [
  ...sidecarCases(together(entry(HTTPS), rule(SIMPLE)), [`warning spec.trafficPolicy.tls.mode: ${twice('HTTPS', 'SIMPLE')}`]),
  ['a port whose number cannot be read', together(entry('name: https, protocol: HTTPS'), rule(SIMPLE)), [
    `warning spec.trafficPolicy.tls.mode: ${twice('HTTPS', 'SIMPLE').replace('port 443', 'the port "https"')}`,
  ]],
  ['HTTPS that is encrypted once more', together(entry(HTTPS), rule(SIMPLE)), [`warning spec.trafficPolicy.tls.mode: ${twice('HTTPS', 'SIMPLE')}`]],
  ['TLS with a certificate of the client', together(entry(HTTPS.replace('HTTPS', 'tls')), rule('tls: {mode: MUTUAL, credentialName: a}')), [
    `warning spec.trafficPolicy.tls.mode: ${twice('TLS', 'MUTUAL')}`,
  ]],
  ['settings of the port', together(entry(HTTPS), rule(AT_443)), [`warning spec.trafficPolicy.portLevelSettings[0].tls.mode: ${twice('HTTPS', 'SIMPLE')}`]],
  ['HTTPS beside HTTP for which it is meant', together(entry(`${HTTP}, targetPort: 443`, HTTPS), rule(SIMPLE)), [
    `warning spec.trafficPolicy.tls.mode: ${twice('HTTPS', 'SIMPLE')}`,
  ]],
  ['HTTPS that a route for TLS leads to the host', together(entry(HTTPS), rule(SIMPLE), route('tls', 'match: [{sniHosts: [pay.example.com]}], ')), [
    `warning spec.trafficPolicy.tls.mode: ${twice('HTTPS', 'SIMPLE')}`,
  ]],
  ['a route to another host', together(entry(HTTPS), rule(SIMPLE), kube('VirtualService shop/a', '{hosts: [a], http: [{route: [{destination: {host: a}}]}]}')), [
    `warning spec.trafficPolicy.tls.mode: ${twice('HTTPS', 'SIMPLE')}`,
  ]],
], [
  ['HTTP on the port of HTTPS', together(entry(HTTPS.replace('HTTPS', 'HTTP')), rule(SIMPLE))],
  ['HTTP that becomes HTTPS', together(entry(`${HTTP}, targetPort: 443`), rule(SIMPLE))],
  ['HTTP that becomes HTTPS beside HTTPS that stays it', together(entry(`${HTTP}, targetPort: 443`, HTTPS), rule('portLevelSettings: [{port: {number: 80}, tls: {mode: SIMPLE}}]'))],
  ['HTTP that a route leads to the port of HTTPS', together(entry(HTTP, HTTPS), rule(SIMPLE), route('http', 'match: [{port: 80}], '))],
  ['a connection that a route leads to the port of TLS', together(entry(HTTPS), rule(SIMPLE), route('tcp'))],
  ['HTTP beside settings of the port of HTTPS, to which a route may lead', together(entry(HTTP, HTTPS), rule(AT_443))],
  ['one of several ports, of which the first setting counts', together(entry(HTTPS), rule(`${AT_443.replace('SIMPLE', 'DISABLE').replace(']', ', {port: {number: 443}, tls: {mode: SIMPLE}}]')}`))],
  ['TCP, which may be anything', together(entry('number: 5432, name: tcp, protocol: TCP'), rule(SIMPLE))],
  ['a host that a filter calls', together(entry(HTTPS), rule(SIMPLE), kube(
    'EnvoyFilter shop/limits', '{configPatches: [{patch: {value: {cluster_name: "outbound|443||pay.example.com"}}}]}',
  ))],
  ['no TLS', together(entry(HTTPS), rule('tls: {mode: DISABLE}'))],
  ['settings of the port that turn it off', together(entry(HTTPS), rule(`${SIMPLE}, ${AT_443.replace('SIMPLE', 'DISABLE')}`))],
  ['TLS of the mesh around that of the application', together(entry(HTTPS), rule('tls: {mode: ISTIO_MUTUAL}'))],
  ['a Service, which gateways call in plain', together(service('shop/pay', '{name: https, port: 443}'), rule(SIMPLE, 'pay'))],
  ['a host that is not shown', rule(SIMPLE)],
  ['a host that an HTTPRoute names', together(entry(HTTPS), rule(SIMPLE), kube(
    'HTTPRoute shop/pay', '{rules: [{backendRefs: [{group: networking.istio.io, kind: Hostname, name: pay.example.com, port: 443}]}]}',
  ))],
  ['a collector of proxies', together(entry(HTTPS), rule(SIMPLE), operator('extensionProviders: [{name: a, opentelemetry: {service: shop/pay.example.com, port: 443}}]'))],
  ['a host from which proxies may fetch keys', together(entry(HTTPS), rule(SIMPLE), kube(
    'RequestAuthentication shop/pay', '{jwtRules: [{issuer: a, jwksUri: "https://pay.example.com/keys"}]}',
  ))],
  ...ambientCases(together(entry(HTTPS), rule(SIMPLE))),
]);
