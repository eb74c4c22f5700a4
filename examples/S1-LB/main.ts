// Three ways to choose the instance that gets a request: by a header, the one with the least to do, and one after the other. The mesh compares two
// instances for the second, which is its default; there is no number to set. `npm run example -- examples/S1-LB/main.ts`
import { Chart } from 'cdk8s';
import { Istio, LoadBalancing, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S1-LB/dist' });
const chart = new Chart(app, 'backends', { namespace: 'default' });

const balanced = {
  'user-sessions': LoadBalancing.hashHeader('x-user-id'),
  'long-connections': LoadBalancing.leastRequest(),
  'short-requests': LoadBalancing.roundRobin(),
};
Object.entries(balanced).forEach(([name, balancing]) => MeshService.adopt(chart, name, { port: 8080 }).traffic.loadBalance(balancing));

app.synth();
