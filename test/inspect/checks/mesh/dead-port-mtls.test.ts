import { deadPortMtlsCheck } from '../../../../lib/inspect/checks/mesh/dead-port-mtls';
import { deployment, kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (port: number, selector = 'selector: {matchLabels: {app: orders}}, '): string => kube('PeerAuthentication shop/orders', `{${selector}portLevelMtls: {${port}: {mode: DISABLE}}}`);
const pods = deployment('shop/orders', { container: 'ports: [{containerPort: 8080, name: web}]' });

ruleCases(deadPortMtlsCheck, [
  ['a port that nobody has', together(pods, policy(9090)), ['warning spec.portLevelMtls["9090"]: no selected pod has a port 9090; they have 8080']],
  ['[F139] the port of a Service', together(pods, service('shop/orders', '{port: 80, targetPort: web}'), policy(80)), [
    'warning spec.portLevelMtls["80"]: 80 is the Service port, but the pods listen on 8080',
  ]],
], [
  ['a port of a container', together(pods, policy(8080))],
  ['a port of the pods that a Service alone names', together(pods, service('shop/orders', '{port: 80, targetPort: 9090}'), policy(9090))],
  ['pods that are not shown', policy(9090)],
  ['pods that declare no port', together(deployment('shop/orders'), policy(9090))],
  ['pods that are not selected', together(pods, policy(9090, 'selector: {matchLabels: {app: web}}, '))],
]);
