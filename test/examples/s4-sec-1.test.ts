import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'order-service.k8s.yaml': text } = renderedBy('examples/S4-Sec.1/main.ts');

// In the document it is one of three policies for one host, of which the mesh would read the oldest. So it has the name of the service.
test('[F019] [F033] [F034] its policy is that of the corrected manifest, the only one of the host', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: order-service, namespace: default}
      spec:
        host: order-service.default.svc.cluster.local
        trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}
  `));
});
