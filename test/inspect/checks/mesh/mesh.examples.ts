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

const waypoint = (place: string, more = ''): string => {
  const [namespace, name] = place.split('/');
  return `\
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: ${name}, namespace: ${namespace}${more}}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
`;
};

const served = (labels: string): string => service.replace('namespace: shop', `namespace: shop, labels: {${labels}}`);

const together = (...objects: readonly string[]): string => objects.join('---\n');

const waypointExamples = examplesOf(whole => whole, {
  'unknown-waypoint': [
    together(waypoint('shop/main'), served('istio.io/use-waypoint: mains')),
    together(waypoint('shop/main'), served('istio.io/use-waypoint: main')),
  ],
  'waypoint-for': [
    waypoint('shop/main', ', labels: {istio.io/waypoint-for: services}'),
    waypoint('shop/main', ', labels: {istio.io/waypoint-for: service}'),
  ],
  'waypoint-not-allowed': [
    together(waypoint('infra/main'), served('istio.io/use-waypoint: main, istio.io/use-waypoint-namespace: infra')),
    together(
      waypoint('infra/main').replace('HBONE', 'HBONE, allowedRoutes: {namespaces: {from: All}}'),
      served('istio.io/use-waypoint: main, istio.io/use-waypoint-namespace: infra'),
    ),
  ],
  'waypoint-passed-by': [
    together(waypoint('shop/main', ', labels: {istio.io/waypoint-for: workload}'), served('istio.io/use-waypoint: main')),
    together(waypoint('shop/main', ', labels: {istio.io/waypoint-for: all}'), served('istio.io/use-waypoint: main')),
  ],
});

const listenerExamples = examplesOf(whole => whole, {
  'listener-protocol': [gateway.replace('protocol: HTTP', 'protocol: http'), gateway],
  'waypoint-listener': [waypoint('shop/main').replace('15008', '15009'), waypoint('shop/main')],
});

const rewritten = (rewrite: string): string => `\
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders]
  http:
    - rewrite:
        uriRegexRewrite: {match: "^/api/(.*)$", rewrite: ${rewrite}}
      route: [{destination: {host: orders}}]
`;

const rewriteExamples = examplesOf(rewritten, {
  'literal-group': ['/$1', '/\\1'],
  'missing-group': ['/\\2', '/\\1'],
});

const routeExamples = examplesOf(attached, {
  'route-hostname-unserved': [
    route('shop', 'parentRefs: [{name: edge}], hostnames: [orders.example.org]'),
    route('shop', 'parentRefs: [{name: edge}], hostnames: [orders.example.com]'),
  ],
  'route-not-allowed': [route('web', 'parentRefs: [{name: edge, namespace: shop}]'), route('shop', 'parentRefs: [{name: edge}]')],
  'route-without-gateway': [route('shop', 'parentRefs: [{name: edges}]'), route('shop', 'parentRefs: [{name: edge}]')],
  'route-without-listener': [route('shop', 'parentRefs: [{name: edge, sectionName: https}]'), route('shop', 'parentRefs: [{name: edge, sectionName: http}]')],
});

/** Examples of the rules of ours that share their code. */
export const meshExamples: RuleExamples = { ...routeExamples, ...waypointExamples, ...listenerExamples, ...rewriteExamples };
