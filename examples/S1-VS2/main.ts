// A collector whose proven version is called "stable", whatever its pods are labelled with: all requests go there, and when another version is the
// proven one, only the label changes. `npm run example -- examples/S1-VS2/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, LoadBalancing, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S1-VS2/dist' });
const chart = new Chart(app, 'otlp-collector', { namespace: 'otlp-system' });

const collector = MeshService.adopt(chart, 'otlp-collector', { port: 4318 });
collector.traffic.sendTo(collector.addVersion('stable', { version: 'v1' }));
collector.traffic.timeout(Duration.seconds(30));
collector.traffic.retry({ attempts: 3, perTryTimeout: Duration.seconds(7) });
collector.traffic.loadBalance(LoadBalancing.hashHeader('x-tenant-id'));
collector.traffic.limitConnections({
  maxConnections: 100, connectTimeout: Duration.seconds(10), maxPendingRequests: 1024, maxRequests: 1024, maxRequestsPerConnection: 100,
});
collector.traffic.ejectOutliers({ interval: Duration.seconds(10) });

app.synth();
