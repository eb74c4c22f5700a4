// Who may call an API: two namespaces, administrators by their tokens, and some addresses; and who may not. The document lets its addresses do
// everything, and keeps out 10.0.0.0/8, in which most clusters have their pods. `npm run example -- examples/S0-4.2/main.ts`
import { Chart } from 'cdk8s';
import { Caller, HttpMethod, Istio, JwtIssuer, MeshApp, MeshService, PathMatch } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-4.2/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });
chart.node.addMetadata('cdk8s-mesh/provides', 'Namespace frontend, Namespace gateway');
const issuer = JwtIssuer.of({ issuer: 'https://auth.example.com', keysUrl: 'https://auth.example.com/.well-known/jwks.json', audiences: ['rust-api'] });

const { access } = MeshService.adopt(chart, 'rust-api', { port: 8080, podLabels: { app: 'rust-api' } });
access.allowFrom(Caller.namespaces('frontend', 'gateway'), { methods: [HttpMethod.GET, HttpMethod.POST], paths: [PathMatch.prefix('/api/')] });
access.allowFrom(Caller.token(issuer).withClaim('role', 'admin'), { methods: [HttpMethod.DELETE], paths: [PathMatch.prefix('/api/admin/')] });
access.allowFrom(Caller.cidr('192.168.1.0/24'), { paths: [PathMatch.prefix('/api/')] });
access.denyFrom(Caller.cidr('10.66.0.0/16'));

app.synth();
