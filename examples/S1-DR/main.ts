// How callers connect to a collector with two versions: a tenant stays at its instance, and many requests may wait. All go to v1 until something
// else is said. `npm run example -- examples/S1-DR/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, LoadBalancing, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S1-DR/dist' });
const chart = new Chart(app, 'otlp-collector', { namespace: 'otlp-system' });

const collector = MeshService.adopt(chart, 'otlp-collector', { port: 4318 });
['v1', 'v2'].forEach(version => collector.addVersion(version));
collector.traffic.loadBalance(LoadBalancing.hashHeader('x-tenant-id'));
collector.traffic.limitConnections({
  maxConnections: 100, connectTimeout: Duration.seconds(10), maxPendingRequests: 1024, maxRequests: 1024, maxRequestsPerConnection: 100,
});
collector.traffic.ejectOutliers({ interval: Duration.seconds(10) });

app.synth();
