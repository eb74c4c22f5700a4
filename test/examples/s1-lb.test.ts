import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'backends.k8s.yaml': text } = renderedBy('examples/S1-LB/main.ts');

// The document has a number of choices for the second, which the mesh knows no field for, and calls the third the default.
test('[F019] [F026] [F027] each service has the way to choose an instance that the document shows', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: user-sessions, namespace: default}
      spec:
        host: user-sessions.default.svc.cluster.local
        trafficPolicy: {loadBalancer: {consistentHash: {httpHeaderName: x-user-id}}}
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: long-connections, namespace: default}
      spec:
        host: long-connections.default.svc.cluster.local
        trafficPolicy: {loadBalancer: {simple: LEAST_REQUEST}}
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: short-requests, namespace: default}
      spec:
        host: short-requests.default.svc.cluster.local
        trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}
  `));
});
