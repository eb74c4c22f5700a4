// A shop, a service that is released step by step, and what one sees of them, in two environments: `npm run synth` renders it into dist/.
import {
  CanaryService, EcommerceMesh, GatewayTls, HttpMethod, Istio, MeshApp, MeshPlatform, ObservabilityStack, Percent, ReleasePlan, ReleaseStages,
  StackSize, Weight,
} from './lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'dist', prerequisites: true, runbook: true });

for (const { name, hostname, sampling, size } of [
  { name: 'dev', hostname: 'dev.shop.example.com', sampling: Percent.of(100), size: StackSize.DEVELOPMENT },
  { name: 'prod', hostname: 'shop.example.com', sampling: Percent.of(10), size: StackSize.PRODUCTION },
]) {
  const environment = app.environment(name);
  const platform = new MeshPlatform(environment, 'platform');
  new ObservabilityStack(environment, 'observability', { platform, sampling, size });
  const shop = new EcommerceMesh(environment, 'ecommerce', {
    hostname,
    tls: GatewayTls.certManager('letsencrypt'),
    productCanary: Weight.percent(10),
  });
  const reviews = new CanaryService(environment, 'reviews', {
    stable: { image: 'registry.example.com/shop/reviews:1.4.2', replicas: 3 },
    canary: { image: 'registry.example.com/shop/reviews:1.5.0' },
    plan: ReleasePlan.staged({ stages: ReleaseStages.of(5, 25, 50, 100), stateFile: `releases/${name}/reviews.yaml` }),
  });
  shop.product.calls(reviews.service, { methods: [HttpMethod.GET] });
}

app.synth();
