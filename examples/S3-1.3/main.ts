// The mesh without sidecars: the proxies of the nodes secure connections, and a waypoint sees requests where rules ask for it,
// and divides them among versions.
// `npm run example -- examples/S3-1.3/main.ts`
import { Chart } from 'cdk8s';
import { DataPlaneMode, HttpMethod, Istio, MeshApp, MeshPlatform, MeshService, Waypoint, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh({ mode: DataPlaneMode.AMBIENT }), outdir: 'examples/S3-1.3/dist' });
new MeshPlatform(app, 'platform').addNamespace('default');

const chart = new Chart(app, 'services', { namespace: 'default' });
const web = new MeshService(chart, 'web', { image: 'registry.example.com/web:1.4.2', port: 80, targetPort: 8080 });
const orders = new MeshService(chart, 'orders', { image: 'registry.example.com/orders:2.0.1', port: 80, targetPort: 8080 });
web.calls(orders, { methods: [HttpMethod.GET] });
orders.traffic.split({
  stable: orders.version('v1'),
  canary: orders.addVersion('v2', { image: 'registry.example.com/orders:2.1.0' }),
  weight: Weight.percent(10),
});
new Waypoint(chart, 'waypoint', { services: [orders] });

app.synth();
