// Mutual TLS in two phases, each a folder of its own: both kinds of connections are taken until every caller has a proxy, then mutual TLS alone. What
// is applied first and second is never in one folder. `npm run example -- examples/S4-BP.2/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshNamespace, MutualTls } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh({ mutualTls: MutualTls.PERMISSIVE }), outdir: 'examples/S4-BP.2/dist' });

for (const [phase, mode] of [['1-permissive', MutualTls.PERMISSIVE], ['2-strict', MutualTls.STRICT]] as const) {
  const chart = new Chart(app.environment(phase), 'namespaces');
  new MeshNamespace(chart, 'shop').access.mutualTls(mode);
}

app.synth();
