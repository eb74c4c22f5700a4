// A service which Argo CD or Flux apply, chart by chart: folders with kustomizations, an Application or a Kustomization for each, subsets before the
// routes to them. `npm run example -- examples/gitops/main.ts`; then either of the charts `argo` and `flux` is applied by hand, once.
import { Chart } from 'cdk8s';
import { ArgoApplications, CanaryService, FluxKustomizations, Istio, MeshApp, MeshPlatform, ReleasePlan, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/gitops/dist', kustomize: true, prerequisites: true, syncWaves: true });
const prod = app.environment('prod');
const platform = new MeshPlatform(prod, 'platform');
const reviews = new CanaryService(prod, 'reviews', {
  stable: { image: 'registry.example.com/reviews:1.4.2', replicas: 3 },
  canary: { image: 'registry.example.com/reviews:1.5.0' },
  plan: ReleasePlan.manual(Weight.percent(5)),
});
reviews.addDependency(platform);

const applications = new ArgoApplications(new Chart(app, 'argo'), 'applications', { repoUrl: 'https://git.example.com/shop.git' });
const kustomizations = new FluxKustomizations(new Chart(app, 'flux'), 'kustomizations', { repository: 'shop' });
for (const chart of [platform, reviews]) {
  applications.addChart(chart);
  kustomizations.addChart(chart);
}

app.synth();
