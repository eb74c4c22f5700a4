// A project that has charts already: `App` became `MeshApp`, and nothing else changed. `npm run example -- examples/existing-project.ts`
import { Chart } from 'cdk8s';
import { Deployment, Probe } from 'cdk8s-plus-28';
import { PeerAuthentication, PeerAuthenticationSpecMtlsMode } from '../imports/security.istio.io';
import { MeshApp } from '../lib';

const app = new MeshApp({ outdir: 'build/example' });

const shop = new Chart(app, 'shop', { namespace: 'shop', disableResourceNameHashes: true });
const orders = new Deployment(shop, 'orders', {
  containers: [{ image: 'registry.example.com/orders:1.4.2', portNumber: 8080, readiness: Probe.fromHttpGet('/ready', { port: 8080 }) }],
});

// Generated constructs stand beside those of cdk8s-plus, and take part in the order of a file.
const mtls = new PeerAuthentication(shop, 'mtls', {
  metadata: { name: 'default' },
  spec: { mtls: { mode: PeerAuthenticationSpecMtlsMode.STRICT } },
});
orders.node.addDependency(mtls);

app.synth();
