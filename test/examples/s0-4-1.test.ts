import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const files = renderedBy('examples/S0-4.1/main.ts');
const objects = loadAll(files['rust-api.k8s.yaml']) as any[];

test('[F041] the mesh takes mutual TLS alone', () => {
  expect(loadAll(files['platform.k8s.yaml'])[0]).toEqual(load(`
    apiVersion: security.istio.io/v1
    kind: PeerAuthentication
    metadata: {name: default, namespace: istio-system}
    spec: {mtls: {mode: STRICT}}
  `));
});

test('[F041] [F042] one port of the service takes plain text, as in the corrected manifest', () => {
  expect(objects.filter(({ kind }) => kind === 'PeerAuthentication')).toEqual(load(`
    - apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata: {name: rust-api, namespace: default}
      spec:
        selector: {matchLabels: {app: rust-api}}
        mtls: {mode: STRICT}
        portLevelMtls: {"8081": {mode: DISABLE}}
  `));
});
