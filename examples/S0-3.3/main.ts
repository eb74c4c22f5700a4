// A service behind a gateway that ends TLS, and leads plain HTTP to it. The gateway stands in the namespace of its pods, where its Secret lies too:
// whoever runs it creates that one. `npm run example -- examples/S0-3.3/main.ts`
import { Chart } from 'cdk8s';
import { GatewayTls, IngressGateway, Istio, MeshApp, MeshService, PathMatch } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-3.3/dist' });

const gateway = new IngressGateway(new Chart(app, 'gateway', { namespace: 'istio-system' }), 'rust-api-gateway', {
  hostnames: ['api.example.com'],
  tls: GatewayTls.secret('api-tls-secret'),
});

const api = MeshService.adopt(new Chart(app, 'rust-api', { namespace: 'default' }), 'rust-api', { port: 8080 });
api.exposeVia(gateway, { hostname: 'api.example.com', path: PathMatch.prefix('/api/v1') });

app.synth();
