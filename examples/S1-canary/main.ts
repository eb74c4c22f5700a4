// A canary that grows by five percent every five minutes, while a program or a person watches. The weight comes from outside, so a step is one
// number, and CANARY_WEIGHT=0 takes it back. `npm run example -- examples/S1-canary/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S1-canary/dist' });
const chart = new Chart(app, 'otlp-collector', { namespace: 'otlp-system' });

const collector = MeshService.adopt(chart, 'otlp-collector', { port: 4318 });
const [v1, v2] = ['v1', 'v2'].map(version => collector.addVersion(version));
collector.traffic.split({ stable: v1, canary: v2, weight: Weight.percent(Number(process.env.CANARY_WEIGHT ?? 5)) });

app.synth();
