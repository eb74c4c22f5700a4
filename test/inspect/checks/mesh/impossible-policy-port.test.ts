import { impossiblePolicyPortCheck } from '../../../../lib/inspect/checks/mesh/impossible-policy-port';
import { deployment, kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const selected = 'selector: {matchLabels: {app: orders}}, ';
const policy = (port: string, { selector = selected, key = 'ports', action = 'ALLOW' } = {}): string => (
  kube('AuthorizationPolicy shop/orders', `{${selector}action: ${action}, rules: [{to: [{operation: {${key}: ["${port}"]}}]}]}`)
);
const pods = deployment('shop/orders', { container: 'ports: [{containerPort: 8080, name: web}, {containerPort: 443}]' });
const shop = service('shop/orders', '{port: 80, targetPort: web}, {port: 90, targetPort: 9090}');
const at = 'warning spec.rules[0].to[0].operation';

ruleCases(impossiblePolicyPortCheck, [
  ['a port that nobody has', together(pods, policy('9999')), [`${at}.ports[0]: no selected pod has a port 9999; they have 443, 8080`]],
  ['an exception that is none', together(pods, policy('9999', { key: 'notPorts' })), [`${at}.notPorts[0]: no selected pod has a port 9999; they have 443, 8080`]],
  ['a denial, which is no error, since containers may listen all the same', together(pods, policy('9999', { action: 'DENY' })), [
    `${at}.ports[0]: no selected pod has a port 9999; they have 443, 8080`,
  ]],
  ['all pods of a namespace, where all are shown', together(pods, policy('9999', { selector: '' })), [
    `${at}.ports[0]: no selected pod has a port 9999; they have 443, 8080`,
  ], { complete: true }],
], [
  ['a port of a container', together(pods, policy('8080'))],
  ['a port of the pods that a Service alone names', together(pods, shop, policy('9090'))],
  ['a port of a Service, of which MESH063 speaks', together(pods, shop, policy('80'))],
  ['pods that are not shown', policy('9999')],
  ['pods of which some declare no port', together(pods, kube('Pod shop/more labels: {app: orders}', '{containers: [{name: app}]}'), policy('9999'))],
  ['all pods of a namespace, of which there may be others', together(pods, policy('9999', { selector: '' }))],
  ['a policy of the whole mesh', together(pods, policy('9999', { selector: '' })), { complete: true, meshConfig: { rootNamespace: 'shop' } }],
  ['a port of proxies', together(pods, policy('15020'))],
  ['what is no port', together(pods, policy('web'))],
]);
