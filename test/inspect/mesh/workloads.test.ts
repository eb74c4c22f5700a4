import { isRepresented } from '../../../lib/inspect/mesh/represented-namespaces';
import { allWorkloads, workloadsIn, workloadsSelected } from '../../../lib/inspect/mesh/workloads';
import { objectSet } from '../../support/object-set';

const template = '{metadata: {labels: {app: cart}, annotations: {a: b}}, spec: {serviceAccountName: cart}}';
const set = objectSet(`
{apiVersion: apps/v1, kind: Deployment, metadata: {name: cart}, spec: {template: ${template}}}
---
{apiVersion: batch/v1, kind: CronJob, metadata: {name: report}, spec: {jobTemplate: {spec: {template: ${template}}}}}
---
{apiVersion: v1, kind: Pod, metadata: {name: cart-0, namespace: lab, labels: {app: cart}, annotations: {a: b}}, spec: {serviceAccountName: cart}}
---
{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: agent, namespace: lab}}
---
{apiVersion: v1, kind: Service, metadata: {name: ledger, namespace: pay}}
---
{apiVersion: v1, kind: ConfigMap, metadata: {name: flags, namespace: docs}}
`);

test('each kind keeps what its pods are made of at its own place', () => {
  const read = allWorkloads(set).map(workload => [workload.resource.name, workload.labels.app, workload.annotations.a, workload.serviceAccount]);
  expect(read).toEqual(expect.arrayContaining([
    ['cart', 'cart', 'b', 'cart'],
    ['report', 'cart', 'b', 'cart'],
    ['cart-0', 'cart', 'b', 'cart'],
    ['agent', undefined, undefined, 'default'],
  ]));
  expect(read).toHaveLength(4);
});

test('workloads are found by namespace and labels', () => {
  const names = (workloads: ReturnType<typeof workloadsIn>): string[] => workloads.map(({ resource }) => resource.name).sort();
  expect(names(workloadsIn(set, 'lab'))).toEqual(['agent', 'cart-0']);
  expect(names(workloadsSelected(set, 'shop', { app: 'cart' }))).toEqual(['cart', 'report']);
  expect([workloadsSelected(set, 'lab', { app: 'pay' }), workloadsSelected(set, 'nowhere', {})]).toEqual([[], []]);
});

test.each([['shop', true], ['lab', true], ['pay', true], ['docs', false], ['nowhere', false]])('the set shows what runs in %s: %p', (namespace, shown) => {
  expect(isRepresented(set, namespace)).toBe(shown);
});

test('of a complete set every namespace is shown', () => {
  expect(isRepresented(objectSet('', { complete: true }), 'nowhere')).toBe(true);
});
