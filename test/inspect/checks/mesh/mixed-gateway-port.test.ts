import { mixedGatewayPortCheck } from '../../../../lib/inspect/checks/mesh/mixed-gateway-port';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const gateway = (name: string, port: string, selector = '{istio: ingressgateway}'): string => kube(`IstioGateway edge/${name}`, `{selector: ${selector}, servers: [{port: ${port}}]}`);
const pods = (name: string): string => kube(`Deployment ${name}`, '{template: {metadata: {labels: {istio: ingressgateway, app: ig}}}}');

const aged = (text: string, year: number): string => text.replace('metadata: {', `metadata: {creationTimestamp: ${year}-01-01T00:00:00Z, `);

ruleCases(mixedGatewayPortCheck, [
  ['TLS on a port of HTTP', together(gateway('a', '{number: 80, protocol: HTTP}'), gateway('b', '{number: 80, protocol: HTTPS}')), [
    'warning spec.servers[0].port.protocol: port 80 of these pods serves HTTP by Gateway edge/a, and the older of the two alone is served',
  ]],
  ['TLS on a port of HTTP of an older gateway', together(aged(gateway('a', '{number: 80, protocol: HTTP}'), 2020), aged(gateway('b', '{number: 80, protocol: HTTPS}'), 2024)), [
    'warning spec.servers[0].port.protocol: port 80 of these pods serves HTTP by Gateway edge/a, and edge/a, the older of the two, alone is served',
  ]],
  ['two protocols on a port of one gateway', gateway('a', '{number: 80, protocol: HTTP}}, {port: {number: 80, protocol: HTTPS}'), [
    'warning spec.servers[1].port.protocol: port 80 of these pods serves HTTP by Gateway edge/a, and the first of the two alone is served',
  ]],
  ['two protocols by two selectors of the same pods', together(
    gateway('a', '{number: 80, protocol: HTTP}'), gateway('b', '{number: 80, protocol: HTTPS}', '{istio: ingressgateway, app: ig}'), pods('edge/ig'),
  ), ['warning spec.servers[0].port.protocol: port 80 of these pods serves HTTP by Gateway edge/a, and the older of the two alone is served']],
  ['two protocols at all addresses, said and not said', together(gateway('a', '{number: 80, protocol: HTTP}, bind: 0.0.0.0'), gateway('b', '{number: 80, protocol: HTTPS}')), [
    'warning spec.servers[0].port.protocol: port 80 of these pods serves HTTP by Gateway edge/a, and the older of the two alone is served',
  ]],
], [
  ['selectors of different pods', together(
    gateway('a', '{number: 80, protocol: HTTP}', '{app: other}'), gateway('b', '{number: 80, protocol: HTTPS}', '{app: ig}'), pods('edge/ig'),
  )],
  ['an address of its own', together(gateway('a', '{number: 80, protocol: HTTP}, bind: 10.0.0.1'), gateway('b', '{number: 80, protocol: HTTPS}'))],
  ['ports of their own', together(gateway('a', '{number: 80, protocol: HTTP}'), gateway('b', '{number: 443, protocol: HTTPS}'))],
  ['other pods', together(gateway('a', '{number: 80, protocol: HTTP}'), gateway('b', '{number: 80, protocol: HTTPS}', '{app: edge}'))],
  ['one protocol', together(gateway('a', '{number: 80, protocol: HTTP}'), gateway('b', '{number: 80, protocol: HTTP2}'))],
]);
