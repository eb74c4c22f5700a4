import { App, Chart } from 'cdk8s';
import { GatewayTls, IngressGateway, IngressGatewayProps, Istio, MeshApp, PathMatch } from '../../lib';
import type { GatewayRoute } from '../../lib/mesh/private/gateways/gateway-intent';
import { refusals } from './valid';

/** An app whose mesh has gateways. */
export function edgeApp(): MeshApp {
  return new MeshApp({ mesh: Istio.mesh() });
}

/** A chart in the namespace of the edge. */
export function edgeChart(app: App = edgeApp(), id = 'edge'): Chart {
  return new Chart(app, id, { namespace: 'istio-ingress' });
}

/** The gateway `edge` for shop.example.com, as plainly as can be. */
export function edgeIn(chart: Chart, props: Partial<IngressGatewayProps> = {}): IngressGateway {
  return new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.secret('shop-certificate'), ...props });
}

/** A route to a service of the namespace `shop`, for a path and what lies below it. */
export function routeTo(service: string, path?: string, props: Partial<GatewayRoute> = {}): GatewayRoute {
  return {
    hostname: 'shop.example.com',
    name: service,
    host: destinationOf(service).host,
    priority: 0,
    alternatives: path === undefined ? [] : [{ path: PathMatch.below(path), headers: {}, query: {}, withoutHeaders: {} }],
    rules: () => [{ name: 'default', alternatives: [], destinations: [destinationOf(service)] }],
    ...props,
  };
}

/** What such a route renders for its target. */
export function renderedTarget(service: string): unknown {
  const { host, port } = destinationOf(service);
  return [{ destination: { host, port: { number: port } } }];
}

function destinationOf(service: string): { readonly host: string; readonly port: number } {
  return { host: `${service}.shop.svc.cluster.local`, port: 8080 };
}

/** The objects of a chart, which an API server takes. */
export function objectsIn(chart: Chart): any[] {
  const objects = chart.toJson() as unknown[];
  expect(refusals(Object.fromEntries(objects.map((object, number) => [`${number}.yaml`, JSON.stringify(object)])))).toEqual([]);
  return objects;
}
