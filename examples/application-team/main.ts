// Two services of a team, as the platform runs services: the packages that this needs are acme-platform, from examples/platform-team, and its peers.
// README.md says what to run first.
import { AcmeService, GATEWAY, MESH, PAYMENTS, TeamChart } from 'acme-platform';
import { HttpMethod, IngressGateway, MeshApp, MeshService } from 'cdk8s-mesh';
import { ORDERS, WEB } from './contracts';

const app = new MeshApp({ mesh: MESH, outdir: 'dist' });
const shop = new TeamChart(app, 'shop', { namespace: 'shop', owner: 'checkout' });

const web = new AcmeService(shop, 'web', { contract: WEB, image: 'registry.example.com/web:3.4.0', anonymous: true });
const orders = new AcmeService(shop, 'orders', { contract: ORDERS, image: 'registry.example.com/orders:1.4.2', replicas: 5 });

const edge = IngressGateway.fromName(shop, 'edge', GATEWAY, { serviceAccount: 'edge' });
web.service.exposeVia(edge, { hostname: 'shop.acme.example.com' });
web.service.calls(orders.service, { methods: [HttpMethod.GET, HttpMethod.POST] });
// Another team's, known by what the platform publishes of it.
orders.service.calls(MeshService.fromContract(PAYMENTS), { methods: [HttpMethod.POST] });

app.synth();
