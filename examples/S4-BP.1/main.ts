// What each proxy gets unless its pod says otherwise, and no proxies for Jobs. These are values for the installation, and no objects, so they lie in
// dist/install. Jobs of our own say it themselves: one calls services of the mesh, by a proxy that ends with it, and one does without.
// `npm run example -- examples/S4-BP.1/main.ts`
import { Chart, Cron } from 'cdk8s';
import { Istio, MeshApp, MeshJob, MeshPlatform, ProxyResources } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S4-BP.1/dist' });
const platform = new MeshPlatform(app, 'platform');
platform.proxyDefaults({ resources: ProxyResources.STANDARD, skipJobs: true });

const jobs = new Chart(app, 'jobs', { namespace: 'default' });
new MeshJob(jobs, 'import-orders', { image: 'myregistry/import-orders:v1', inMesh: true });
new MeshJob(jobs, 'clean-orders', { image: 'myregistry/clean-orders:v1', inMesh: false, schedule: Cron.daily() });

app.synth();
