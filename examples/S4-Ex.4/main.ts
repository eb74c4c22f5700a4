// Orders from outside, through a gateway in the namespace of the service, where its name means what it says. They end after three seconds, in
// three tries of one second each. `npm run example -- examples/S4-Ex.4/main.ts`
import { Chart, Duration } from 'cdk8s';
import { GatewayTls, IngressGateway, Istio, MeshApp, MeshService, PathMatch } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S4-Ex.4/dist' });
const chart = new Chart(app, 'ecommerce', { namespace: 'ecommerce' });

const gateway = new IngressGateway(chart, 'ecommerce-gateway', { hostnames: ['api.example.com'], tls: GatewayTls.none(), podNamespace: 'istio-system' });
const orders = MeshService.adopt(chart, 'order-service', { port: 8080 });
orders.exposeVia(gateway, { hostname: 'api.example.com', path: PathMatch.prefix('/orders') });
orders.traffic.timeout(Duration.seconds(3));
orders.traffic.retry({ attempts: 2, perTryTimeout: Duration.seconds(1) });

app.synth();
