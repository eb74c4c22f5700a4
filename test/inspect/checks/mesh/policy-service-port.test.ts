import { policyServicePortCheck } from '../../../../lib/inspect/checks/mesh/policy-service-port';
import { deployment, kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);

const orders = service('shop/orders', '{name: http, port: 80, targetPort: 8080}');
const asking = (ports: string): string => policy(`{selector: {matchLabels: {app: orders}}, rules: [{to: [{operation: {ports: [${ports}]}}]}]}`);
const onCondition = (port: string): string => policy(`{selector: {matchLabels: {app: orders}}, rules: [{when: [{key: destination.port, values: ["${port}"]}]}]}`);

ruleCases(policyServicePortCheck, [
  ['the port of a Service', together(orders, deployment('shop/orders'), asking('"80"')), [
    'warning spec.rules[0].to[0].operation.ports[0]: 80 is the Service port, but the pods receive the requests on 8080, so this never matches',
  ]],
  ['the port of a Service in a condition', together(orders, deployment('shop/orders'), onCondition('80')), [
    'warning spec.rules[0].when[0].values[0]: 80 is the Service port, but the pods receive the requests on 8080, so this never matches',
  ]],
  ['the port of a gateway', together(
    kube('Service edge/edge', '{selector: {app: edge}, ports: [{port: 443, targetPort: 8443}]}'), deployment('edge/edge'),
    kube('AuthorizationPolicy edge/edge', '{rules: [{to: [{operation: {notPorts: ["443"]}}]}]}'),
  ), ['warning spec.rules[0].to[0].operation.notPorts[0]: 443 is the Service port, but the pods receive the requests on 8443, so this never matches']],
], [
  ['the port of the pods', together(orders, deployment('shop/orders'), asking('"8080"'))],
  ['the port of the pods in a condition', together(orders, deployment('shop/orders'), onCondition('8080'))],
  ['a port of both', together(orders, deployment('shop/orders', { container: 'ports: [{containerPort: 80}]' }), asking('"80"'))],
  ['pods that are not shown', together(orders, asking('"80"'))],
  ['a port of neither', together(orders, deployment('shop/orders'), asking('"9090"'))],
]);
