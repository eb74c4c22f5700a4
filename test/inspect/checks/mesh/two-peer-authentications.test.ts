import { twoPeerAuthenticationsCheck } from '../../../../lib/inspect/checks/mesh/two-peer-authentications';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (place: string, spec = 'mtls: {mode: STRICT}'): string => kube(`PeerAuthentication ${place}`, `{${spec}}`);
const created = (name: string, time: string): string => policy(`shop/${name}`).replace(`name: ${name},`, `name: ${name}, creationTimestamp: "${time}",`);
const selecting = (labels: string): string => `selector: {matchLabels: {${labels}}}, mtls: {mode: STRICT}`;
const first = 'and Istio uses the one created first';

ruleCases(twoPeerAuthenticationsCheck, [
  ['two of one namespace', together(policy('shop/b'), policy('shop/a')), [`warning metadata.name: a also applies to namespace shop, ${first}`]],
  ['two of one selector', together(policy('shop/a', selecting('app: orders, version: v1')), policy('shop/b', selecting('version: v1, app: orders'))), [
    `warning metadata.name: a also applies to the pods with app=orders,version=v1, ${first}`,
  ]],
  ['all but the first', together(policy('shop/a'), policy('shop/b'), policy('shop/c')), [
    `warning metadata.name: a also applies to namespace shop, ${first}`,
    `warning metadata.name: a also applies to namespace shop, ${first}`,
  ]],
  ['the younger one', together(created('a', '2024-02-01T00:00:00Z'), created('b', '2024-01-01T00:00:00Z')), [
    'warning metadata.name: Istio ignores this in favor of b, which is older and also applies to namespace shop',
  ]],
  ['two of the mesh', together(policy('istio-system/a'), policy('istio-system/b')), [`warning metadata.name: a also applies to namespace istio-system, ${first}`]],
], [
  ['one', policy('shop/a')],
  ['two of two namespaces', together(policy('shop/a'), policy('web/a'))],
  ['one for all pods and one for some', together(policy('shop/a'), policy('shop/b', selecting('app: orders')))],
  ['two of two selectors', together(policy('shop/a', selecting('app: web')), policy('shop/b', selecting('app: orders')))],
  ['two of one selector where Istio heeds neither', together(policy('istio-system/a', selecting('app: web')), policy('istio-system/b', selecting('app: web')))],
]);
