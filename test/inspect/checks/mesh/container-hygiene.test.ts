import { containerHygieneCheck } from '../../../../lib/inspect/checks/mesh/container-hygiene';
import { judge } from '../../../support/judge';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const complete = 'resources: {requests: {cpu: 1}}, livenessProbe: {tcpSocket: {port: 1}}';
const pods = (container: string, kind = 'Deployment', metadata = ''): string => kube(`${kind} shop/orders ${metadata}`.trim(), `{template: {spec: {containers: [{name: app, ${container}}]}}}`);
const at = 'warning spec.template.spec.containers[0]';

ruleCases(containerHygieneCheck, [
  ['an image without tag', pods(`image: registry.example.com:5000/orders, ${complete}`), [
    `${at}.image: the image registry.example.com:5000/orders can change with each push`,
  ]],
  ['the tag latest', pods(`image: "orders:latest", ${complete}`), [`${at}.image: the image orders:latest can change with each push`]],
  ['neither requests nor a probe', pods('image: "orders:1"'), [`${at}: container app has no resource requests and no probe`]],
  ['no requests', pods('image: "orders:1", resources: {claims: [{name: gpu}]}, readinessProbe: {tcpSocket: {port: 1}}'), [`${at}: container app has no resource requests`]],
  ['a Job without requests', pods('image: "orders:1"', 'Job'), [`${at}: container app has no resource requests`]],
], [
  ['a container with everything', pods(`image: "orders:1", ${complete}`)],
  ['limits alone, which are requests as well', pods('image: "orders:1", resources: {limits: {cpu: 1}}, readinessProbe: {tcpSocket: {port: 1}}')],
  ['a digest', pods(`image: "orders@sha256:0123", ${complete}`)],
  ['a Job, which is not probed', pods('image: "orders:1", resources: {requests: {cpu: 1}}', 'Job')],
  ['the proxy', kube('Deployment shop/edge', '{template: {spec: {containers: [{name: istio-proxy, image: auto}]}}}')],
  ['a container whose name cannot be read, and which may be the proxy', kube('Deployment shop/edge', '{template: {spec: {containers: [{naem: istio-proxy, image: auto}]}}}')],
  ['init containers', kube('Deployment shop/edge', '{template: {spec: {initContainers: [{name: init, image: busybox}]}}}')],
  ['what another object makes', pods('image: orders', 'Deployment', 'ownerReferences: [{kind: Canary, name: orders}]')],
]);

test.each([
  ['', 'add resources.requests and a readinessProbe or livenessProbe'],
  ['resources: {requests: {cpu: 1}}', 'add a readinessProbe or livenessProbe'],
  ['livenessProbe: {tcpSocket: {port: 1}}', 'add resources.requests'],
])('the repair of a container with {%s} is: %s', (container, repair) => {
  expect(judge(pods(`image: "orders:1", ${container}`), { checks: [containerHygieneCheck] }).findings.map(finding => finding.repair)).toEqual([repair]);
});
