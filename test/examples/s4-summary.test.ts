import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'order-service.k8s.yaml': text } = renderedBy('examples/S4-Summary/main.ts');

// The document only lists that there are such modules.
test('[F145] the proxies of the service run a module, with its configuration', () => {
  expect(loadAll(text)).toEqual([{
    apiVersion: 'extensions.istio.io/v1alpha1',
    kind: 'WasmPlugin',
    metadata: { name: 'order-headers', namespace: 'default' },
    spec: {
      selector: { matchLabels: { app: 'order-service' } },
      url: 'oci://registry.example.com/filters/order-headers:1.0.0',
      pluginConfig: { header: 'x-order-id' },
      failStrategy: 'FAIL_CLOSE',
    },
  }]);
});
