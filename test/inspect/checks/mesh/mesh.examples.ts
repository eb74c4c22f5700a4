import { examplesOf, RuleExamples } from '../rule-examples';

const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: orders, namespace: shop}\nspec: {ports: [{name: http, port: 80}]}\n';

const gateway = `\
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP, hostname: "*.example.com"}]
`;

const route = (namespace: string, spec: string): string => `\
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: orders, namespace: ${namespace}}
spec: {${spec}, rules: [{backendRefs: [{name: orders, namespace: shop, port: 80}]}]}
`;

const attached = (parts: string): string => [service, gateway, parts].join('---\n');

/** Examples of the rules of ours that share their code. */
export const meshExamples: RuleExamples = examplesOf(attached, {
  'route-hostname-unserved': [
    route('shop', 'parentRefs: [{name: edge}], hostnames: [orders.example.org]'),
    route('shop', 'parentRefs: [{name: edge}], hostnames: [orders.example.com]'),
  ],
  'route-not-allowed': [route('web', 'parentRefs: [{name: edge, namespace: shop}]'), route('shop', 'parentRefs: [{name: edge}]')],
  'route-without-gateway': [route('shop', 'parentRefs: [{name: edges}]'), route('shop', 'parentRefs: [{name: edge}]')],
  'route-without-listener': [route('shop', 'parentRefs: [{name: edge, sectionName: https}]'), route('shop', 'parentRefs: [{name: edge, sectionName: http}]')],
});
