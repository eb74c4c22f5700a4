import { debugTopics } from '../../lib/inspect/debug-commands';
import { objectSet } from '../support/object-set';

const shop = `
{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}
---
{apiVersion: v1, kind: Namespace, metadata: {name: batch}}
---
{apiVersion: v1, kind: Namespace, metadata: {name: seats, labels: {istio.io/dataplane-mode: ambient}}}
---
{apiVersion: v1, kind: Service, metadata: {name: cart}, spec: {selector: {app: cart}}}
---
{apiVersion: v1, kind: Service, metadata: {name: others}, spec: {selector: {app: others}}}
---
{apiVersion: apps/v1, kind: Deployment, metadata: {name: cart}, spec: {template: {metadata: {labels: {app: cart}}}}}
---
{apiVersion: apps/v1, kind: Deployment, metadata: {name: plain, namespace: batch}, spec: {template: {metadata: {labels: {app: plain}}}}}
---
{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: seats, namespace: seats}, spec: {template: {metadata: {labels: {app: seats}}}}}
`;

const topics = (yaml: string): Array<readonly [string, readonly string[]]> => (
  debugTopics(objectSet(yaml)).map(({ about, commands }) => [about, commands.map(({ command }) => command)] as const)
);

test('[F142] the commands to look for faults have the names of the input, and are those of today', () => {
  expect(topics(shop)).toEqual([
    ['the mesh', ['istioctl proxy-status']],
    ['namespace seats', ['istioctl analyze -n seats', 'kubectl get virtualservices,destinationrules -n seats -o yaml']],
    ['StatefulSet seats/seats', [
      'istioctl ztunnel-config workload --workload-namespace seats',
      'istioctl ztunnel-config certificate',
      'kubectl logs daemonset/ztunnel -n istio-system',
      'istioctl waypoint status -n seats',
    ]],
    ['namespace shop', ['istioctl analyze -n shop', 'kubectl get virtualservices,destinationrules -n shop -o yaml']],
    ['Deployment shop/cart', [
      'istioctl experimental describe service cart -n shop',
      'istioctl proxy-config listener deployment/cart -n shop',
      'istioctl proxy-config route deployment/cart -n shop',
      'istioctl proxy-config cluster deployment/cart -n shop',
      'istioctl proxy-config secret deployment/cart -n shop',
      'kubectl logs deployment/cart -n shop -c istio-proxy',
      'istioctl dashboard envoy deployment/cart -n shop',
      'istioctl proxy-config listener deployment/cart -n shop -o json | grep -A 12 \'"tracing"\'',
    ]],
  ]);
});

test('nothing in the mesh, nothing to look at', () => {
  expect(topics('{apiVersion: v1, kind: Service, metadata: {name: cart}}')).toEqual([]);
});

test('a name that a shell would take apart is quoted', () => {
  expect(topics('{apiVersion: v1, kind: Pod, metadata: {name: "a; b\'c"}}').at(-1)![1]).toContain("istioctl proxy-config route 'a; b'\\''c' -n shop");
});
