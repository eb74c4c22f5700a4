import { hiddenWildcardRuleCheck } from '../../../../lib/inspect/checks/mesh/hidden-wildcard-rule';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const rule = (place: string, host: string, policy: string, more = ''): string => kube(`DestinationRule ${place}`, `{host: "${host}", trafficPolicy: {${policy}}${more}}`);
const all = (policy: string, more = ''): string => rule('shop/all', '*.shop.svc.cluster.local', policy, more);
const own = rule('shop/orders', 'orders', 'loadBalancer: {simple: RANDOM}');
const ejects = 'outlierDetection: {consecutive5xxErrors: 5}';

ruleCases(hiddenWildcardRuleCheck, [
  ['settings that the host does not get', together(all(`${ejects}, connectionPool: {tcp: {maxConnections: 5}}, loadBalancer: {simple: RANDOM}`), own), [
    'info spec.host: DestinationRule shop/all for *.shop.svc.cluster.local does not apply to this host, so its outlierDetection, connectionPool is lost',
  ]],
  ['the narrowest of two', together(rule('shop/a', '*.local', 'tls: {mode: DISABLE}'), all(ejects), own), [
    'info spec.host: DestinationRule shop/all for *.shop.svc.cluster.local does not apply to this host, so its outlierDetection is lost',
  ]],
], [
  ['settings that are repeated', together(all(ejects), rule('shop/orders', 'orders', ejects))],
  ['mutual TLS of the mesh', together(all('tls: {mode: ISTIO_MUTUAL}'), own)],
  ['a rule of another namespace', together(rule('istio-system/all', '*.shop.svc.cluster.local', ejects), own)],
  ['rules for other hosts', together(rule('shop/all', '*.web.svc.cluster.local', ejects), own)],
  ['rules for some pods', together(all(ejects, ', workloadSelector: {matchLabels: {app: web}}'), own)],
  ['a rule that some namespaces see', together(all(ejects), rule('shop/orders', 'orders', 'loadBalancer: {simple: RANDOM}', ', exportTo: [web]'))],
  ['two rules for many hosts', together(all(ejects), rule('shop/other', '*.local', 'loadBalancer: {simple: RANDOM}'))],
]);
