import { applicationContainers, containerPorts, namedPorts, podsOf, targetPort, variableValues } from '../../../lib/inspect/mesh/workload-containers';
import { allWorkloads } from '../../../lib/inspect/mesh/workloads';
import { deployment, kube, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const set = objectSet(together(
  deployment('shop/orders', { container: 'ports: [{containerPort: 8080, name: web}], env: [{name: A, value: one}, {name: A, valueFrom: {}}, {name: B, value: two}]' }),
  kube('Deployment shop/edge', '{template: {spec: {containers: [{name: istio-proxy, ports: [{containerPort: 15090}]}, {name: linkerd-proxy}]}}}'),
));
const [edge, orders] = allWorkloads(set).map(podsOf);

test('the containers of a mesh are none of the application', () => {
  expect([orders, edge].map(pods => applicationContainers(pods).map(container => container.at('name').text))).toEqual([['app'], []]);
  expect([orders, edge].map(containerPorts)).toEqual([[8080], []]);
});

test('pods are those of their workload', () => {
  expect([orders.fullName, orders.namespace, orders.labels.app, orders.resource?.name]).toEqual(['shop/orders', 'shop', 'orders', 'orders']);
});

test.each([
  ['{port: 80}', 80],
  ['{port: 80, targetPort: 8081}', 8081],
  ['{port: 80, targetPort: web}', 8080],
  ['{port: 80, targetPort: other}', undefined],
])('the port of the pods behind %s', (port, number) => {
  const service = objectSet(kube('Service shop/orders', `{ports: [${port}]}`)).all[0];
  expect(targetPort(service.spec.at('ports', 0), orders)).toBe(number);
});

test('named ports are those of containers that go on running', () => {
  const pods = objectSet(kube('Pod shop/orders', `{
    containers: [{name: app, ports: [{containerPort: 8080, name: web}, {containerPort: 8081}]}, {name: istio-proxy, ports: [{containerPort: 15090, name: stats}]}],
    initContainers: [{name: once, ports: [{containerPort: 1, name: once}]}, {name: cache, restartPolicy: Always, ports: [{containerPort: 6379, name: cache}]}],
  }`));
  expect(namedPorts(podsOf(allWorkloads(pods)[0])).map(port => port.at('name').text)).toEqual(['web', 'stats', 'cache']);
});

test('variables have the values that are written out', () => {
  expect(['A', 'B', 'C'].map(name => variableValues(orders, name).map(({ text }) => text))).toEqual([['one'], ['two'], []]);
});
