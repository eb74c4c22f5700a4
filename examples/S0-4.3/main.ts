// Every request to an API carries a token of one issuer, but for those of probes. Who may call is still said by itself: a rule that allows whoever
// has a token, as in the document, would add callers to those of other rules. `npm run example -- examples/S0-4.3/main.ts`
import { Chart } from 'cdk8s';
import { Istio, JwtIssuer, MeshApp, MeshService, PathMatch } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-4.3/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });
const issuer = JwtIssuer.of({
  issuer: 'https://auth.example.com', keysUrl: 'https://auth.example.com/.well-known/jwks.json', audiences: ['rust-api'],
  forwardToken: true, payloadHeader: 'x-jwt-payload',
});

const { access } = MeshService.adopt(chart, 'rust-api', { port: 8080, podLabels: { app: 'rust-api' } });
access.requireJwt(issuer, { exemptPaths: [PathMatch.exact('/healthz'), PathMatch.exact('/readyz')] });

app.synth();
