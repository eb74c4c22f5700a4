// A canary in three stages, with a folder each, of which one is applied at a time: the new version gets a tenth of all requests, then half, then all.
// `npm run example -- examples/S0-7.2/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-7.2/dist' });

for (const { stage, percent } of [{ stage: 'stage-1', percent: 10 }, { stage: 'stage-2', percent: 50 }, { stage: 'stage-3', percent: 100 }]) {
  const chart = new Chart(app.environment(stage), 'rust-api', { namespace: 'default' });
  const api = MeshService.adopt(chart, 'rust-api', { port: 8080 });
  const [v1, v2] = ['v1', 'v2'].map(version => api.addVersion(version));
  api.traffic.split({ stable: v1, canary: v2, weight: Weight.percent(percent) });
}

app.synth();
