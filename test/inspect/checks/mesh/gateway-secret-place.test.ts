import { gatewaySecretPlaceCheck } from '../../../../lib/inspect/checks/mesh/gateway-secret-place';
import { deployment, kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const gateway = (namespace: string, tls = '{mode: SIMPLE, credentialName: cert}', selector = '{istio: ingressgateway}'): string => kube(
  `IstioGateway ${namespace}/edge`, `{selector: ${selector}, servers: [{port: {number: 443, protocol: HTTPS}, tls: ${tls}}]}`,
);
const secret = (place: string): string => kube(`Secret ${place}`);
const at = (path: string, name: string, namespace: string): string => (
  `warning spec.servers[0].tls.${path}: the input has no Secret ${name} in ${namespace}, where the gateway pods look for it`
);
const guessed = (missing: string): string => (
  `warning spec.servers[0].tls.credentialName: ${missing} in istio-system, where the gateway pods, which are not in the input, presumably look for it`
);

ruleCases(gatewaySecretPlaceCheck, [
  ['a Secret that nobody shows', gateway('shop'), [guessed('the input has no Secret cert')]],
  ['a Secret beside the Gateway', together(gateway('shop'), secret('shop/cert')), [guessed('the Secret cert is in shop, next to the Gateway, and not')]],
  ['a Certificate beside the Gateway, and pods elsewhere', together(
    gateway('shop'), kube('Certificate shop/a', '{secretName: cert}'), deployment('istio-ingress/gw', { labels: 'istio: ingressgateway' }),
  ), [
    'warning spec.servers[0].tls.credentialName: Certificate shop/a creates the Secret cert in shop, next to the Gateway, and not in istio-ingress, where the gateway pods look for it',
  ]],
  ['a Secret elsewhere than beside the pods and the Gateway', together(gateway('istio-system'), secret('shop/cert')), [guessed('the Secret cert is in shop, and not')]],
  ['a gateway of its own', together(gateway('shop', '{mode: SIMPLE, credentialNames: [one]}', '{app: edge}'), deployment('edge/edge')), [at('credentialNames[0]', 'one', 'edge')]],
  ['pods of the gateway elsewhere than an installation has them', together(gateway('shop'), deployment('istio-ingress/gw', { labels: 'istio: ingressgateway' })), [at('credentialName', 'cert', 'istio-ingress')]],
  ['a namespace in the name', gateway('istio-system', '{mode: SIMPLE, credentialName: certs/cert}'), [at('credentialName', 'cert', 'certs')]],
], [
  ['a Secret beside the pods', together(gateway('shop'), secret('istio-system/cert'))],
  ['a Certificate beside the pods', together(gateway('shop'), kube('Certificate istio-system/shop', '{secretName: cert}'))],
  ['a Secret that is said to be there', gateway('shop'), { assumed: ['Secret istio-system/cert'] }],
  ['a Gateway beside its pods, without Secrets in the input', gateway('istio-system')],
  ['pods that are not shown', gateway('shop', '{mode: SIMPLE, credentialName: cert}', '{app: edge}')],
  ['a server without mode, which passes TLS on', gateway('shop', '{credentialName: cert}')],
  ['a server that passes TLS on', gateway('shop', '{mode: PASSTHROUGH, credentialName: cert}')],
  ['a server without certificate', gateway('shop', '{mode: PASSTHROUGH}')],
]);
