import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'slow-service.k8s.yaml': text } = renderedBy('examples/S1-timeout/main.ts');

test('[F014] [F019] its rules are those of the document, with the full name of the host', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: slow-service, namespace: default}
      spec:
        hosts: [slow-service.default.svc.cluster.local]
        http:
        - name: default
          route: [{destination: {host: slow-service.default.svc.cluster.local, port: {number: 8080}}}]
          timeout: 30s
  `));
});
