// Two clusters of one mesh, each with the three names without which they do not find each other. What lets one read the other are credentials: a
// command in the runbook of each, and never a file. `npm run example -- examples/S0-11.1/main.ts`
import { Istio, IstioInstall, MeshApp, MeshPlatform } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-11.1/dist', runbook: true });

for (const number of [1, 2]) {
  const platform = new MeshPlatform(app.environment(`cluster-${number}`), 'platform');
  platform.addNamespace('default');
  IstioInstall.of(platform).cluster({ meshId: 'mesh1', clusterName: `cluster-${number}`, network: `network${number}` });
}

app.synth();
