// How Istio is installed, with the profile that is meant for production, and its add-ons: commands with the release of the mesh, in dist/RUNBOOK.md.
// `npm run example -- examples/S0-2.1/main.ts`
import { Istio, IstioInstall, IstioProfile, MeshApp, MeshPlatform } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-2.1/dist', runbook: true });
const platform = new MeshPlatform(app, 'platform');
platform.addNamespace('default');
IstioInstall.of(platform).profile(IstioProfile.DEFAULT);

app.synth();
