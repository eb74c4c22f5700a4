import { ineffectiveSelectorCheck } from '../../../../lib/inspect/checks/istio/ineffective-selector';
import { found } from '../../../support/judge';
import { TYPES, yamlObject, yamlPod } from '../../../support/yaml-objects';

const checks = [ineffectiveSelectorCheck];
const gateway = (name: string): string => yamlPod(`shop/${name}`, `app: edge, gateway.networking.k8s.io/gateway-name: ${name}`);
const policy = (spec: string, type: string = TYPES.authorizationPolicy): string => yamlObject(type, 'shop/policy', `spec: {${spec}}`);
const selector = 'selector: {matchLabels: {app: edge}}';

test.each([TYPES.authorizationPolicy, TYPES.requestAuthentication, TYPES.telemetry, 'extensions.istio.io/v1alpha1 WasmPlugin'])('%s cannot select a gateway', type => {
  expect(found(gateway('web') + gateway('web').replace('web', 'web-2') + policy(selector, type), { checks })).toEqual([
    `IST0166 ineffective-selector | ${type.split(' ')[1]} shop/policy | spec.selector | the selector has no effect on the pods of the Gateway web`,
  ]);
});

test('each gateway is a finding', () => {
  expect(found(gateway('web') + gateway('api') + policy(selector), { checks })).toHaveLength(2);
});

test.each([
  ['other pods', yamlPod('shop/edge', 'app: edge') + policy(selector)],
  ['pods of another namespace', gateway('web').replace('shop', 'other') + policy(selector)],
  ['nothing', gateway('web') + policy('')],
  ['a gateway by its target', gateway('web') + policy(`${selector}, targetRef: {kind: Gateway, name: web}`)],
])('a policy may select %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
