// Requests to a service carry a token whose role is one of two. Those without a token are refused also where another rule would let them in.
// `npm run example -- examples/S4-Sec.2/main.ts`
import { Chart } from 'cdk8s';
import { Caller, Istio, JwtIssuer, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S4-Sec.2/dist' });
const chart = new Chart(app, 'order-service', { namespace: 'default' });
const issuer = JwtIssuer.of({ issuer: 'https://auth.example.com', keysUrl: 'https://auth.example.com/.well-known/jwks.json', audiences: ['order-service'] });

const { access } = MeshService.adopt(chart, 'order-service', { port: 8080, podLabels: { app: 'order-service' } });
access.requireJwt(issuer);
access.allowFrom(Caller.token(issuer).withClaim('role', 'admin', 'user'));

app.synth();
