import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

function rendered(): any[] {
  return Object.entries(renderedBy('examples/S3-1.3/main.ts')).filter(([file]) => file.endsWith('.k8s.yaml')).flatMap(([, text]) => loadAll(text));
}

test('[F144] rules for requests are read by the waypoint, and nobody reaches the pods past it', () => {
  const objects = rendered();
  const find = (kind: string, name: string): any => objects.find(object => object.kind === kind && object.metadata.name === name);
  expect(find('Namespace', 'default').metadata.labels).toEqual({ 'istio.io/dataplane-mode': 'ambient' });
  expect(find('Gateway', 'waypoint').spec.gatewayClassName).toBe('istio-waypoint');
  expect(find('Service', 'orders').metadata.labels).toMatchObject({ 'istio.io/use-waypoint': 'waypoint' });
  expect(find('AuthorizationPolicy', 'orders').spec).toEqual({
    targetRefs: [{ group: '', kind: 'Service', name: 'orders' }],
    rules: [{ from: [{ source: { principals: ['cluster.local/ns/default/sa/web'] } }], to: [{ operation: { methods: ['GET'] } }] }],
  });
  expect(find('HTTPRoute', 'orders').spec).toEqual({
    parentRefs: [{ group: '', kind: 'Service', name: 'orders' }],
    rules: [{
      name: 'default', matches: [{ path: { type: 'PathPrefix', value: '/' } }],
      backendRefs: [{ name: 'orders-v1', port: 80, weight: 90 }, { name: 'orders-v2', port: 80, weight: 10 }],
    }],
  });
  expect(find('Service', 'orders-v2').metadata.labels).toMatchObject({ 'istio.io/use-waypoint': 'waypoint' });
  expect(find('AuthorizationPolicy', 'orders.waypoint-only').spec).toEqual({
    selector: { matchLabels: { app: 'orders' } }, action: 'DENY', rules: [{ from: [{ source: { notPrincipals: ['cluster.local/ns/default/sa/waypoint'] } }] }],
  });
});
