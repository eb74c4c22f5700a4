import { ApiObject, App, Chart } from 'cdk8s';

/** Objects in one chart of the sample: the ones a mesh service usually has. */
export const OBJECTS_PER_CHART = 5;

/** Fills an app with charts of five objects each, the usual ones of a service in a mesh. */
export function fill<T extends App>(app: T, objects: number): T {
  for (let index = 0; index < objects / OBJECTS_PER_CHART; index += 1) {
    addService(app, `svc-${index}`);
  }
  return app;
}

function addService(app: App, name: string): void {
  const namespace = `team-${name.length}`;
  const chart = new Chart(app, name, { namespace });
  const metadata = { name, labels: { app: name } };
  const host = `${name}.${namespace}.svc.cluster.local`;
  new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: { app: name }, ports: [{ name: 'http', port: 8080, appProtocol: 'http' }] } });
  for (const version of ['v1', 'v2']) {
    new ApiObject(chart, version, { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { ...metadata, name: `${name}-${version}` }, spec: workload(name, version) });
  }
  new ApiObject(chart, 'rule', {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata,
    spec: { host, trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } } }, subsets: ['v1', 'v2'].map(version => ({ name: version, labels: { version } })) },
  });
  new ApiObject(chart, 'route', {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata,
    spec: { hosts: [host], http: [{ name: 'split', timeout: '5s', route: [90, 10].map((weight, version) => ({ destination: { host, subset: `v${version + 1}` }, weight })) }] },
  });
}

function workload(name: string, version: string): object {
  return {
    replicas: 2,
    selector: { matchLabels: { app: name, version } },
    template: {
      metadata: { labels: { app: name, version } },
      spec: {
        containers: [{
          name: 'app',
          image: `registry.example.com/${name}:1.0`,
          ports: [{ containerPort: 8080 }],
          resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        }],
      },
    },
  };
}
