import { deploymentServicesCheck } from '../../../../lib/inspect/checks/istio/deployment-services';
import { found } from '../../../support/judge';
import { TYPES, yamlDeployment, yamlObject, yamlService } from '../../../support/yaml-objects';

const checks = [deploymentServicesCheck];
const deployment = yamlDeployment('shop/cart', 'app: cart, sidecar.istio.io/inject: "true"');
const other = (ports: string, selector = 'app: cart'): string => yamlObject(TYPES.service, 'shop/other', `spec: {selector: {${selector}}, ports: [${ports}]}`);

test.each([
  ['a port for two transports', yamlService('shop/cart', '{port: 53}') + other('{port: 53, protocol: UDP, targetPort: 53}'),
    ['IST0116 deployment-protocols | Deployment shop/cart | metadata.name | shop/cart, shop/other use port 53 with TCP and UDP']],
  ['a port for two transports, in quotes', yamlService('shop/cart', '{port: "53"}') + other('{port: 53, protocol: UDP, targetPort: 53}'),
    ['IST0116 deployment-protocols | Deployment shop/cart | metadata.name | shop/cart, shop/other use port 53 with TCP and UDP']],
  ['two ports that lead to one', yamlService('shop/cart', '{port: 80, targetPort: http}') + other('{port: 8080, targetPort: http}'),
    ['IST0137 deployment-ports | Deployment shop/cart | metadata.name | the ports 80, 8080 of shop/cart, shop/other all forward to http of the pods']],
  ['two ports of one Service that lead to one', yamlService('shop/cart', '{port: 80}, {port: 8080, targetPort: 80}'),
    ['IST0137 deployment-ports | Deployment shop/cart | metadata.name | the ports 80, 8080 of shop/cart all forward to 80 of the pods']],
])('Services of a Deployment have %s', (_, yaml, expected) => {
  expect(found(deployment + yaml, { checks })).toEqual(expected);
});

const twice = yamlService('shop/cart', '{port: 53}, {port: 53, protocol: UDP}');

test.each([
  ['one port with one transport', deployment + yamlService('shop/cart') + other('{port: 80}')],
  ['other pods', deployment + yamlService('shop/cart', '{port: 53}') + other('{port: 53, protocol: UDP}', 'app: other')],
  ['ports without number, of which nothing is known', deployment + yamlService('shop/cart', '{name: a}, {name: b, protocol: UDP}')],
  ['no selector', deployment + yamlService('shop/cart', '{port: 53}') + other('{port: 53, protocol: UDP}', '')],
  ['another namespace', deployment + twice.replaceAll('namespace: shop', 'namespace: web')],
  ['a Deployment that is not in the mesh', yamlDeployment('shop/cart', 'app: cart') + twice],
  ['a waypoint', yamlDeployment('shop/cart', 'app: cart, sidecar.istio.io/inject: "true"', '{name: app}', 'labels: {gateway.istio.io/managed: istio.io-mesh-controller}') + twice],
])('Services are not reported with %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
