// A release of which the stage stands in a file of one line. To go on is to change that number, and to render again: two weights change in dist/,
// and nothing else. `npm run example -- examples/canary-stage/main.ts`
import { CanaryService, Istio, MeshApp, ReleasePlan, ReleaseStages } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/canary-stage/dist' });
new CanaryService(app, 'reviews', {
  stable: { image: 'registry.example.com/reviews:1.4.2', replicas: 3 },
  canary: { image: 'registry.example.com/reviews:1.5.0' },
  plan: ReleasePlan.staged({ stages: ReleaseStages.of(5, 25, 50, 100), stateFile: 'examples/canary-stage/releases/reviews.yaml' }),
});
app.synth();
