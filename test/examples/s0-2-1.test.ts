import { load } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const rendered = renderedBy('examples/S0-2.1/main.ts');

// The document says "production", which is no profile.
test('[F005] its profile is one that there is, for istioctl; Helm needs none, and both are told of paths', () => {
  expect(Object.keys(rendered).filter(file => file.startsWith('install/'))).toEqual(['install/istio-operator.yaml', 'install/istiod-values.yaml']);
  expect(load(rendered['install/istio-operator.yaml'])).toEqual(load(`
    apiVersion: install.istio.io/v1alpha1
    kind: IstioOperator
    metadata: {name: istio-control-plane, namespace: istio-system}
    spec: {profile: default, meshConfig: {pathNormalization: {normalization: DECODE_AND_MERGE_SLASHES}}}
  `));
});

test('[F009] its add-ons are commands with the release of the mesh', () => {
  const addOns = [...rendered['RUNBOOK.md'].matchAll(/^kubectl apply -f https:\/\/raw\.githubusercontent\.com\/istio\/istio\/(.*)$/gm)].map(([, file]) => file);
  expect(addOns).toEqual(['prometheus', 'grafana', 'jaeger', 'kiali'].map(name => `release-1.30/samples/addons/${name}.yaml`));
});
