// What the platform team owns once the mesh is installed: the namespace whose pods get proxies. `npm run example -- examples/S3-2.1/main.ts`
import { Istio, MeshApp, MeshPlatform } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S3-2.1/dist' });
const platform = new MeshPlatform(app, 'platform');
platform.addNamespace('default');

app.synth();
