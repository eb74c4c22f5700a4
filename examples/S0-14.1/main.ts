// A shop in a namespace of its own that takes mutual TLS alone: a gateway, the service behind it, which the gateway alone may call, and products with
// a canary, which that service alone may call. `npm run example -- examples/S0-14.1/main.ts`
import { Chart, Duration } from 'cdk8s';
import { GatewayTls, HttpMethod, IngressGateway, Istio, LoadBalancing, MeshApp, MeshNamespace, MeshService, MutualTls, PathMatch, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-14.1/dist' });
const chart = new Chart(app, 'ecommerce', { namespace: 'ecommerce' });
new MeshNamespace(chart, 'ecommerce').access.mutualTls(MutualTls.STRICT);

const gateway = new IngressGateway(chart, 'ecommerce-gateway', { hostnames: ['ecommerce.example.com'], tls: GatewayTls.none(), podNamespace: 'istio-system' });
const api = new MeshService(chart, 'api-gateway', { image: 'myregistry.io/api-gateway:v1', port: 8080, replicas: 3 });
api.exposeVia(gateway, { hostname: 'ecommerce.example.com', path: PathMatch.prefix('/api') });
api.traffic.timeout(Duration.seconds(30));
api.traffic.retry({ attempts: 3, perTryTimeout: Duration.seconds(7) });

const products = new MeshService(chart, 'product-service', { image: 'myregistry.io/product-service:v1', port: 8080, replicas: 5 });
const canary = products.addVersion('v2', { image: 'myregistry.io/product-service:v2', replicas: 1 });
products.traffic.split({ stable: products.version('v1'), canary, weight: Weight.percent(10) });
products.traffic.loadBalance(LoadBalancing.hashHeader('x-user-id'));
products.traffic.limitConnections({ maxConnections: 100, maxPendingRequests: 10, maxRequestsPerConnection: 2 });
products.traffic.ejectOutliers();
products.access.allowFrom(api, { methods: [HttpMethod.GET, HttpMethod.POST] });

app.synth();
