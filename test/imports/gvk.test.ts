import path from 'node:path';
import { GroupVersionKind } from 'cdk8s';
import { readLock } from '../../scripts/imports/lock';

interface GeneratedClass {
  readonly name: string;
  readonly GVK: GroupVersionKind;
}

const { constructs } = readLock('imports')!;

/** The classes of kinds that a file of imports/ exports. */
function classesIn(file: string): readonly GeneratedClass[] {
  const exported = Object.values(jest.requireActual<Record<string, unknown>>(path.resolve('imports', file)));
  return exported.filter((value): value is GeneratedClass => typeof value === 'function' && 'GVK' in value);
}

test.each(Object.entries(constructs))('%s has the classes that the lock lists, each of its group, version and kind', (file, kinds) => {
  expect(classesIn(file).map(({ GVK }) => `${GVK.apiVersion}/${GVK.kind}`).sort()).toEqual(kinds);
});

test.each(Object.keys(constructs))('no class in %s is named after a version: the kind alone is the name, acronyms as words', file => {
  const asWords = (kind: string): string => kind.replace(/[A-Z]+(?=[A-Z][a-z]|$)/g, acronym => acronym[0] + acronym.slice(1).toLowerCase());
  const classes = classesIn(file);
  expect(classes.map(({ name }) => name)).toEqual(classes.map(({ GVK }) => asWords(GVK.kind)));
});

// What the library renders, or is about to: a new version of one of them is a change that users see, so it is made here by hand as well.
test.each([
  ['extensions.istio.io/v1alpha1', ['WasmPlugin']],
  ['networking.istio.io/v1', ['DestinationRule', 'Gateway', 'ServiceEntry', 'Sidecar', 'VirtualService', 'WorkloadEntry', 'WorkloadGroup']],
  ['networking.istio.io/v1alpha3', ['EnvoyFilter']],
  ['networking.istio.io/v1beta1', ['ProxyConfig']],
  ['security.istio.io/v1', ['AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication']],
  ['telemetry.istio.io/v1', ['Telemetry']],

  ['gateway.networking.k8s.io/v1', ['BackendTLSPolicy', 'GRPCRoute', 'Gateway', 'HTTPRoute', 'ReferenceGrant', 'TCPRoute', 'TLSRoute']],
  ['linkerd.io/v1alpha2', ['ServiceProfile']],
  ['policy.linkerd.io/v1alpha1', ['AuthorizationPolicy', 'EgressNetwork', 'HTTPLocalRateLimitPolicy', 'MeshTLSAuthentication', 'NetworkAuthentication']],
  ['policy.linkerd.io/v1beta3', ['HTTPRoute', 'Server']],
  // Of the versions that the SMI CRDs list, only this one is served.
  ['split.smi-spec.io/v1alpha4', ['TrafficSplit']],

  ['argoproj.io/v1alpha1', ['AnalysisTemplate', 'AppProject', 'Application', 'ClusterAnalysisTemplate', 'Rollout']],
  ['cert-manager.io/v1', ['Certificate']],
  ['flagger.app/v1beta1', ['AlertProvider', 'Canary', 'MetricTemplate']],
  ['kustomize.toolkit.fluxcd.io/v1', ['Kustomization']],
  ['monitoring.coreos.com/v1', ['PodMonitor', 'Probe', 'PrometheusRule', 'ServiceMonitor']],
  ['source.toolkit.fluxcd.io/v1', ['GitRepository', 'OCIRepository']],
])('%s is the version of %j', (apiVersion, kinds) => {
  const [group] = apiVersion.split('/');
  expect(constructs[`${group}.ts`].filter(gvk => kinds.some(kind => gvk.endsWith(`/${kind}`)))).toEqual(kinds.map(kind => `${apiVersion}/${kind}`));
});
