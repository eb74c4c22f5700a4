import { applicationUidCheck } from '../../../../lib/inspect/checks/istio/application-uid';
import { found } from '../../../support/judge';
import { TYPES, yamlDeployment, yamlObject, yamlPod } from '../../../support/yaml-objects';

const checks = [applicationUidCheck];
const user = 'securityContext: {runAsUser: 1337}';
const message = 'user 1337 is the user of the proxy, so traffic from the container bypasses it';

test.each([
  ['a pod', yamlPod('shop/cart', 'app: cart', `containers: [{name: app}], ${user}`), `Pod shop/cart | spec.securityContext.runAsUser | ${message}`],
  ['a container', yamlPod('shop/cart', 'app: cart', `containers: [{name: app}, {name: b, ${user}}]`), `Pod shop/cart | spec.containers[1].securityContext.runAsUser | ${message}`],
  ['a template', yamlDeployment('shop/cart', 'app: cart', `{name: app, ${user}}`), `Deployment shop/cart | spec.template.spec.containers[0].securityContext.runAsUser | ${message}`],
])('the user of the proxy runs %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual([`IST0144 proxy-uid | ${expected}`]);
});

test.each([
  ['its own container', yamlPod('shop/cart', 'app: cart', `containers: [{name: istio-proxy, ${user}}]`)],
  ['an init container, before there is a proxy', yamlPod('shop/cart', 'app: cart', `initContainers: [{name: init, ${user}}]`)],
  ['the control plane', yamlObject(TYPES.pod, 'istio-system/istiod', `spec: {containers: [{name: app, ${user}}]}`, 'labels: {istio: pilot}')],
])('the user of the proxy may run %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
