import { shutdownTimeCheck } from '../../../../lib/inspect/checks/mesh/shutdown-time';
import { judge } from '../../../support/judge';
import { deployment, withReplicaSet } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const sleeping = (seconds: number): string => `lifecycle: {preStop: {sleep: {seconds: ${seconds}}}}`;
const injected = 'sidecar.istio.io/inject: "true"';
const drains = (duration: string): string => `proxy.istio.io/config: "terminationDrainDuration: ${duration}"`;
const waits = (value: string): string => `proxy.istio.io/config: "proxyMetadata: {EXIT_ON_ZERO_ACTIVE_CONNECTIONS: '${value}'}"`;
const hook = 'spec.template.spec.containers[0].lifecycle.preStop';

const UNLESS = ', unless it is a native sidecar, as on nodes of Kubernetes 1.33 and later';

ruleCases(shutdownTimeCheck, [
  ['a hook that takes all the time that a pod has', deployment('shop/orders', { container: sleeping(30) }), [
    `warning ${hook}.sleep.seconds: the pod is killed after 30s, before its preStop hook of 30s ends and the application receives SIGTERM`,
  ]],
  ['a Deployment, and not its ReplicaSet', withReplicaSet(deployment('shop/orders', { container: sleeping(30) })), [
    `warning ${hook}.sleep.seconds: the pod is killed after 30s, before its preStop hook of 30s ends and the application receives SIGTERM`,
  ]],
  ['a time that is said and too short', deployment('shop/orders', { container: sleeping(15), pod: 'terminationGracePeriodSeconds: 10' }), [
    'warning spec.template.spec.terminationGracePeriodSeconds: the pod is killed after 10s, before its preStop hook of 15s ends and the application receives SIGTERM',
  ]],
  ['a proxy that goes before the application', deployment('shop/orders', { labels: injected, container: 'lifecycle: {preStop: {exec: {command: [sh, -c, sleep 10]}}}' }), [
    `warning ${hook}.exec.command: the proxy stops 5s after the pod starts to terminate, but the application keeps running for 10s${UNLESS}`,
  ]],
  ['a proxy that is told to be no native sidecar', deployment('shop/orders', {
    labels: injected, container: sleeping(10), annotations: 'sidecar.istio.io/nativeSidecar: "false"',
  }), [`warning ${hook}.sleep.seconds: the proxy stops 5s after the pod starts to terminate, but the application keeps running for 10s`]],
  ['a pod that is killed while its proxy drains', deployment('shop/orders', { labels: injected, annotations: drains('60s') }), [
    'warning spec.template.metadata.annotations["proxy.istio.io/config"].terminationDrainDuration: the pod is killed after 30s, before its proxy has drained for 60s',
  ]],
  ['a proxy that does not wait, whatever the mesh says', deployment('shop/orders', { labels: injected, container: sleeping(15), annotations: waits('false') }), [
    `warning ${hook}.sleep.seconds: the proxy stops 5s after the pod starts to terminate, but the application keeps running for 15s${UNLESS}`,
  ], { meshConfig: { defaultConfig: { proxyMetadata: { EXIT_ON_ZERO_ACTIVE_CONNECTIONS: 'true' } } } }],
], [
  ['a proxy that waits until no connection is left', deployment('shop/orders', { labels: injected, container: sleeping(15), annotations: waits('true') })],
  ['a mesh whose proxies do', deployment('shop/orders', { labels: injected, container: sleeping(15) }), {
    meshConfig: { defaultConfig: { proxyMetadata: { EXIT_ON_ZERO_ACTIVE_CONNECTIONS: 'true' } } },
  }],
  ['pods that say nothing', deployment('shop/orders', { labels: injected })],
  ['a hook that is shorter than what both wait', deployment('shop/orders', { labels: injected, container: sleeping(4) })],
  ['a proxy that waits as long', deployment('shop/orders', { labels: injected, annotations: drains('15s'), container: sleeping(15) })],
  ['a mesh config by which proxies wait as long', deployment('shop/orders', { labels: injected, container: sleeping(15) }), {
    meshConfig: { defaultConfig: { terminationDrainDuration: '20s' } },
  }],
  ['a native sidecar', deployment('shop/orders', {
    labels: injected, container: sleeping(15), pod: 'initContainers: [{name: istio-proxy, image: auto, restartPolicy: Always}]',
  })],
  ['a pod that asks for a native sidecar', deployment('shop/orders', {
    labels: injected, container: sleeping(15), annotations: 'sidecar.istio.io/nativeSidecar: "true"',
  })],
  ['pods of which nobody knows whether they have a proxy', deployment('shop/orders', { container: sleeping(15) })],
]);

test.each([['1.26', ''], ['1.27', UNLESS]])('of release %s it is said in which case the proxy waits', (istioRelease, unless) => {
  const { findings } = judge(deployment('shop/orders', { labels: injected, container: sleeping(15) }), { checks: [shutdownTimeCheck], istioRelease });
  expect(findings.map(({ message }) => message)).toEqual([`the proxy stops 5s after the pod starts to terminate, but the application keeps running for 15s${unless}`]);
});
