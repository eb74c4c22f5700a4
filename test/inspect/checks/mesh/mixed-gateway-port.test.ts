import { mixedGatewayPortCheck } from '../../../../lib/inspect/checks/mesh/mixed-gateway-port';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const gateway = (name: string, port: string, selector = '{istio: ingressgateway}'): string => kube(`IstioGateway edge/${name}`, `{selector: ${selector}, servers: [{port: ${port}}]}`);

ruleCases(mixedGatewayPortCheck, [
  ['TLS on a port of HTTP', together(gateway('a', '{number: 80, protocol: HTTP}'), gateway('b', '{number: 80, protocol: HTTPS}')), [
    'warning spec.servers[0].port.protocol: port 80 of these pods serves HTTP by Gateway edge/a, and the older of the two alone is served',
  ]],
], [
  ['ports of their own', together(gateway('a', '{number: 80, protocol: HTTP}'), gateway('b', '{number: 443, protocol: HTTPS}'))],
  ['other pods', together(gateway('a', '{number: 80, protocol: HTTP}'), gateway('b', '{number: 80, protocol: HTTPS}', '{app: edge}'))],
  ['one protocol', together(gateway('a', '{number: 80, protocol: HTTP}'), gateway('b', '{number: 80, protocol: HTTP2}'))],
]);
