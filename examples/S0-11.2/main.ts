// A service that runs in two clusters, of which the other gets 20 of a hundred requests. In `cluster-1` and `cluster-2` the other one is a host of
// its own, called by the gateway of its cluster. In `by-locality` and `by-cluster` control planes read both clusters, so that both are one host:
// there, what is rendered is applied in each cluster. `npm run example -- examples/S0-11.2/main.ts`
import { Chart } from 'cdk8s';
import {
  AdoptedService, EastWestGateway, Istio, Locality, MeshApp, MeshService, RemoteService, Split, Weight, WeightedTarget,
} from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-11.2/dist' });

/** The service in one of the environments. */
function apiIn(environment: string): AdoptedService {
  const chart = new Chart(app.environment(environment), 'rust-api', { namespace: 'default' });
  return MeshService.adopt(chart, 'rust-api', { port: 8080 });
}

const api = apiIn('cluster-1');
const remote = new RemoteService(Chart.of(api), 'remote-rust-api', {
  host: 'rust-api.cluster-2.global',
  address: '240.0.0.2',
  port: 8080,
  serviceName: 'rust-api',
  serviceNamespace: 'default',
  gateways: ['eastwest.cluster-2.example.com'],
  network: 'network2',
});
api.traffic.sendTo(Split.between(new WeightedTarget(api, Weight.percent(80)), new WeightedTarget(remote, Weight.percent(20))));

new EastWestGateway(new Chart(app.environment('cluster-2'), 'gateway', { namespace: 'istio-system' }), 'cross-network-gateway');

apiIn('by-locality').traffic.locality(Locality.distribute(
  { callersIn: 'us-east', to: { 'us-east': Weight.percent(80), 'us-west': Weight.percent(20) } },
  { callersIn: 'us-west', to: { 'us-west': Weight.percent(80), 'us-east': Weight.percent(20) } },
));

const both = apiIn('by-cluster');
const [first, second] = ['cluster-1', 'cluster-2'].map(name => both.addVersion(name, { 'topology.istio.io/cluster': name }));
both.traffic.sendTo(Split.between(first.weighted(Weight.percent(80)), second.weighted(Weight.percent(20))));

app.synth();
