import { readdirSync } from 'node:fs';
import { renderedBy } from './support/run-app';
import { refusals } from './support/valid';

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'existing-project.ts': ['shop.k8s.yaml'],
  'one-file-per-object.ts': [
    'billing/Gateway.gateway.networking.k8s.io.web.yaml', 'billing/Gateway.networking.istio.io.web.yaml', 'billing/ServiceAccount.web.yaml',
    'shop/Gateway.gateway.networking.k8s.io.web.yaml', 'shop/Gateway.networking.istio.io.web.yaml', 'shop/ServiceAccount.web.yaml',
  ],
};

test('every example is tested', () => {
  expect(Object.keys(EXAMPLES)).toEqual(readdirSync('examples').sort());
});

test.each(Object.entries(EXAMPLES))('%s renders its files, and an API server takes them', (example, files) => {
  const rendered = renderedBy(`examples/${example}`);
  expect(Object.keys(rendered)).toEqual(files);
  expect(refusals(rendered)).toEqual([]);
});
