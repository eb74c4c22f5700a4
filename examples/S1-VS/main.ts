// Traces go to a collector whose new version gets a tenth of them; what else is sent to it, such as metrics, goes to the proven one. A batch that
// somebody may have taken is not sent again: it would count twice. `npm run example -- examples/S1-VS/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, Match, MeshApp, MeshService, PathMatch, Split, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S1-VS/dist' });
const chart = new Chart(app, 'otlp-collector', { namespace: 'otlp-system' });

const collector = MeshService.adopt(chart, 'otlp-collector', { port: 4318 });
const [v1, v2] = ['v1', 'v2'].map(version => collector.addVersion(version));
const split = Split.between(v2.weighted(Weight.percent(10)), v1.weighted(Weight.percent(90)));
collector.traffic.route('traces', Match.path(PathMatch.prefix('/v1/traces')), split);
collector.traffic.timeout(Duration.seconds(30));
collector.traffic.retry({ attempts: 3, perTryTimeout: Duration.seconds(7) });

app.synth();
