import { gatewayApiVersionCheck } from '../../../../lib/inspect/checks/istio/gateway-api-version';
import { found } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [gatewayApiVersionCheck];
const definition = (name: string, version: string): string => (
  yamlObject(TYPES.crd, `${name}.gateway.networking.k8s.io`, '', `annotations: {gateway.networking.k8s.io/bundle-version: "${version}"}`)
);

test.each([
  ['grpcroutes', 'v1.0.0', '1.0.0', '1.1.0'], ['backendtlspolicies', 'v1.3.9', '1.3.9', '1.4.0'], ['tlsroutes', '1.4.1', '1.4.1', '1.5.0'],
  ['tcproutes', 'v1.5.0-rc.1', '1.5.0', '1.6.0'], ['tcproutes', 'v0.9.0', '0.9.0', '1.6.0'],
])('the definition of %s of release %s is too old', (name, version, installed, minimum) => {
  expect(found(definition(name, version), { checks })).toEqual([
    `IST0176 gateway-api-version | CustomResourceDefinition ${name}.gateway.networking.k8s.io | metadata.annotations["gateway.networking.k8s.io/bundle-version"] | `
    + `${name}.gateway.networking.k8s.io is of release ${installed}, but Istio requires ${minimum} or later`,
  ]);
});

test.each([
  ['grpcroutes', 'v1.1.0'], ['tlsroutes', 'v1.5.0-rc.1'], ['tcproutes', 'v2.0.0'], ['httproutes', 'v0.1.0'], ['tlsroutes', 'main'], ['tlsroutes', ''],
])('the definition of %s of release "%s" is not reported', (name, version) => {
  expect(found(definition(name, version), { checks })).toEqual([]);
});
