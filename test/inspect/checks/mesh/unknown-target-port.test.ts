import { unknownTargetPortCheck } from '../../../../lib/inspect/checks/mesh/unknown-target-port';
import { judge } from '../../../support/judge';
import { deployment, kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const to = (targetPort: string, more = ''): string => service('shop/cart', `{name: http, port: 80, targetPort: ${targetPort}${more}}`);
const pods = (ports: string, labels = ''): string => deployment('shop/cart', { container: `ports: [${ports}]`, labels });
const web = '{containerPort: 8080, name: web}';
const entry = (kind: string, spec: string): string => `{apiVersion: networking.istio.io/v1, kind: ${kind}, metadata: {name: cart, namespace: shop}, spec: ${spec}}`;
const inMesh = '{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}';
const outside = inMesh.replace('enabled', 'disabled');

const nobody = (name: string): string => `error spec.ports[0].targetPort: no selected pod has a port ${name}, so port 80 has no endpoints;`;

ruleCases(unknownTargetPortCheck, [
  ['a name that the pods do not have', together(to('http'), pods(web)), [`${nobody('http')} they have web`]],
  ['a name behind a port whose number is missing', together(service('shop/cart', '{name: web, targetPort: http}'), pods(web)), [`${nobody('http').replace('port 80', 'the port "web"')} they have web`]],
  ['a name behind a port whose number is in quotes', together(service('shop/cart', '{port: "80", targetPort: http}'), pods(web)), [`${nobody('http')} they have web`]],
  ['a name behind a port that has neither number nor name', together(service('shop/cart', '{port: x, targetPort: http}'), pods(web)), [`${nobody('http').replace('port 80', 'ports[0]')} they have web`]],
  ['a name where ports have none', together(to('http'), pods('{containerPort: 8080}')), [`${nobody('http')} none of their ports has a name`]],
  ['a name where there are no ports', together(to('http'), deployment('shop/cart')), [`${nobody('http')} none of their ports has a name`]],
  ['a name that no version has', together(to('http'), pods(web, 'version: v1'), deployment('shop/cart', { container: 'ports: [{containerPort: 1, name: admin}]' })
    .replace('name: cart, namespace', 'name: cart-v2, namespace')), [`${nobody('http')} they have web, admin`]],
  ['a name of another transport', together(to('web', ', protocol: UDP'), pods(web)), [`${nobody('web of UDP')} none of their ports has a name`]],
  ['a name in a headless Service', together(to('http').replace('{selector', '{clusterIP: None, selector'), pods(web)), [`${nobody('http')} they have web`]],
  ['a name that a container has which ends before', together(
    to('http'), deployment('shop/cart', { pod: 'initContainers: [{name: migrate, ports: [{containerPort: 1, name: http}]}]' }),
  ), [`${nobody('http')} none of their ports has a name`]],
  ['the port of the proxy where there is none', together(to('http-envoy-prom'), pods(web), outside), [`${nobody('http-envoy-prom')} they have web`]],
  ['a number in quotes', together(to('"9090"'), pods(web)), [
    'error spec.ports[0].targetPort: "9090" is a string, so it is read as a port name, which the API server rejects: a port name needs a letter',
  ]],
  ['a number in quotes where nothing is selected', service('shop/cart', '{port: 80, targetPort: "9090"}').replace('{selector', '{type: ExternalName, selector'), [
    'error spec.ports[0].targetPort: "9090" is a string, so it is read as a port name, which the API server rejects: a port name needs a letter',
  ]],
  ['a name that pods of another namespace have', together(to('http'), pods(web), pods('{containerPort: 1, name: http}').replace('namespace: shop', 'namespace: other')), [
    `${nobody('http')} they have web`,
  ]],
], [
  ['the name of a port', together(to('web'), pods(web))],
  ['the number of a port', together(to('9090'), pods(web))],
  ['pods of a Job alone', together(to('http'), kube('Job shop/once', '{template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: a}]}}}'))],
  ['an empty text, which is no target', together(to('""'), pods(web))],
  ['a name among ports whose names are misspelled', together(to('http'), pods('{containerPort: 8080, nmae: http}'))],
  ['a name among ports whose names are numbers', together(to('http'), pods('{containerPort: 8080, name: 8080}'))],
  ['a name among misspelled ports', together(to('http'), deployment('shop/cart', { container: 'porst: [{containerPort: 8080, name: http}]' }))],
  ['a name among ports that are no list', together(to('http'), deployment('shop/cart', { container: 'ports: {containerPort: 8080, name: http}' }))],
  ['no target', together(service('shop/cart'), pods(web))],
  ['a name that one of two versions has', together(to('web'), pods(web), deployment('shop/cart').replace('name: cart, namespace', 'name: cart-v2, namespace'))],
  ['the port of a sidecar of Kubernetes', together(
    to('http'), deployment('shop/cart', { pod: 'initContainers: [{name: front, restartPolicy: Always, ports: [{containerPort: 1, name: http}]}]' }),
  )],
  ['a port of UDP', together(to('dns', ', protocol: UDP'), pods('{containerPort: 53, name: dns, protocol: UDP}'))],
  ['the port of the proxy in a mesh', together(to('http-envoy-prom'), pods(web), inMesh)],
  ['the port of the proxy where nobody knows of a mesh', together(to('http-envoy-prom'), pods(web))],
  ['ports that other injectors bring', together(to('linkerd-admin'), pods(web), to('dapr-metrics').replace('name: cart', 'name: dapr'))],
  ['no pods', to('http')],
  ['no selector', together(kube('Service shop/cart', '{ports: [{port: 80, targetPort: http}]}'), pods(web))],
  ['an ExternalName', together(to('http').replace('{selector', '{type: ExternalName, externalName: a.com, selector'), pods(web))],
  ['pods of whose containers nothing is shown', together(to('http'), kube('Pod shop/cart', '{}').replace('name: cart', 'name: cart, labels: {app: cart}'))],
  ['the gateway of the installation', together(kube('Service istio-system/edge', '{selector: {istio: ingressgateway}, ports: [{port: 80, targetPort: http2}]}'))],
  ['a machine', together(to('http'), pods(web), entry('WorkloadEntry', '{address: 10.0.0.1, labels: {app: cart}}'))],
  ['a group of machines', together(to('http'), pods(web), entry('WorkloadGroup', '{metadata: {labels: {app: cart}}, template: {}}'))],
  ['pods that are elsewhere', together(to('http'), pods(web)), { assumed: ['Deployment shop/cart-v2'] }],
]);

test.each([
  ['wbe', 'write web if that is what you meant, or declare the port in a container'],
  ['"8080"', 'write the number without quotes: targetPort: 8080'],
  ['"80-80"', 'write the port number, or the port name that a container declares'],
  ['metrics', 'name a port of the pods, or declare the port in a container'],
])('%s is mended: %s', (name, repair) => {
  expect(judge(together(to(name), pods(web)), { checks: [unknownTargetPortCheck] }).findings.map(finding => finding.repair)).toEqual([repair]);
});
