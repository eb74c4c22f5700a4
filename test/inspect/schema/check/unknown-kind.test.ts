import { violations } from '../../../../lib/inspect/schema/violations';
import { asLine, schemas } from '../../../support/thing-kind';

const judge = (apiVersion: string, kind: string, store = schemas): readonly string[] =>
  violations({ apiVersion, kind, metadata: { name: 'a' } }, { schemas: store }).map(asLine);

describe('a kind that does not exist', () => {
  const kinds = 'DestinationRule, EnvoyFilter, Gateway, ProxyConfig, ServiceEntry, Sidecar, VirtualService, WorkloadEntry, WorkloadGroup';

  test('is found in a group whose kinds are all known', () => {
    expect(judge('networking.istio.io/v1', 'VirtualServce'))
      .toEqual([`kind: unknown-kind: unknown kind "VirtualServce" in networking.istio.io (${kinds}); did you mean "VirtualService"?`]);
    expect(judge('networking.istio.io/v1', 'constructor')).toEqual([`kind: unknown-kind: unknown kind "constructor" in networking.istio.io (${kinds})`]);
  });

  test('may be a kind of another group', () => {
    expect(judge('networking.istio.io/v1', 'Telemetry'))
      .toEqual([`kind: unknown-kind: unknown kind "Telemetry" in networking.istio.io (${kinds}); Telemetry belongs to telemetry.istio.io/v1`]);
  });

  test('is found elsewhere only when it is nearly one that is known', () => {
    expect(judge('apps/v1', 'Deploymnet')).toEqual(['kind: unknown-kind: unknown kind "Deploymnet" in apps; did you mean "Deployment"?']);
    expect(judge('v1', 'service')).toEqual(['kind: unknown-kind: unknown kind "service" in the core group; did you mean "Service"?']);
    expect(judge('gateway.networking.k8s.io/v1', 'HttpRoute'))
      .toEqual(['kind: unknown-kind: unknown kind "HttpRoute" in gateway.networking.k8s.io; did you mean "HTTPRoute"?']);
    expect(['ControllerRevision', 'Deploy'].flatMap(kind => judge('apps/v1', kind))).toEqual([]);
    expect(['UDPRoute', 'GatewayClass'].flatMap(kind => judge('gateway.networking.k8s.io/v1', kind))).toEqual([]);
    expect(['Event', 'PersistentVolume', 'List'].flatMap(kind => judge('v1', kind))).toEqual([]);
  });

  test('is none when it is a list of a kind', () => {
    expect(judge('networking.istio.io/v1', 'VirtualServiceList')).toEqual([]);
  });
});

describe('a built-in group, to which no CRD adds', () => {
  test.each([
    ['v1', 'Deployment', 'unknown kind "Deployment" in the core group; Deployment belongs to apps/v1'],
    ['apps/v1', 'Service', 'unknown kind "Service" in apps; Service belongs to v1'],
    ['extensions/v1beta1', 'Ingress', 'unknown kind "Ingress" in extensions; Ingress belongs to networking.k8s.io/v1'],
    ['networking.k8s.io/v1beta1', 'VirtualService', 'unknown kind "VirtualService" in networking.k8s.io; VirtualService belongs to networking.istio.io/v1beta1'],
    ['v1', 'Gateway', 'unknown kind "Gateway" in the core group; Gateway belongs to gateway.networking.k8s.io/v1, networking.istio.io/v1'],
  ])('%s has no %s', (apiVersion, kind, line) => {
    expect(judge(apiVersion, kind)).toEqual([`kind: unknown-kind: ${line}`]);
  });

  test('may have a kind that others have too, of whose kinds we do not know all', () => {
    const versions = [{ name: 'v1', served: true }];
    const given = schemas.withCrds([{ spec: { group: 'example.com', scope: 'Cluster', names: { kind: 'Event' }, versions } }]);
    expect(judge('v1', 'Event', given)).toEqual([]);
    expect(judge('extensions/v1beta1', 'PodSecurityPolicy')).toEqual([]);
  });
});

describe('a group that nobody knows', () => {
  test.each([
    ['networking.istio.com/v1', 'VirtualService', 'networking.istio.com', 'networking.istio.io/v1'],
    ['netwroking.istio.io/v1alpha3', 'VirtualService', 'netwroking.istio.io', 'networking.istio.io/v1alpha3'],
    ['Monitoring.coreos.com/v1', 'PodMonitor', 'Monitoring.coreos.com', 'monitoring.coreos.com/v1'],
    ['networking.istio/v1', 'VirtualService', 'networking.istio', 'networking.istio.io/v1'],
    ['istio.io/v1', 'VirtualService', 'istio.io', 'networking.istio.io/v1'],
    ['argoproj.com/v1', 'Rollout', 'argoproj.com', 'argoproj.io/v1alpha1'],
  ])('%s is taken for one that is nearly called so and has a kind %s', (apiVersion, kind, group, right) => {
    expect(judge(apiVersion, kind)).toEqual([`apiVersion: unknown-kind: unknown API group "${group}"; ${kind} belongs to ${right}`]);
  });

  test('is left alone when no such group has the kind', () => {
    expect([judge('networking.istio.com/v1', 'Thing'), judge('azmonitoring.coreos.com/v1', 'PodMonitor'), judge('linkerd.com/v1', 'Server')]).toEqual([[], [], []]);
  });
});

describe('a group of Istio that nobody knows', () => {
  const groups = 'extensions.istio.io, networking.istio.io, security.istio.io, telemetry.istio.io';

  test.each([
    ['rbac.istio.io/v1alpha1', 'ServiceRole', 'rbac.istio.io', '; use AuthorizationPolicy of security.istio.io instead'],
    ['rbac.istio.io/v1', 'AuthorizationPolicy', 'rbac.istio.io', '; AuthorizationPolicy belongs to policy.linkerd.io/v1alpha1, security.istio.io/v1'],
    ['mesh.istio.io/v1', 'Thing', 'mesh.istio.io', ''],
  ])('%s has no %s', (apiVersion, kind, group, repair) => {
    expect(judge(apiVersion, kind)).toEqual([`apiVersion: unknown-kind: unknown Istio API group "${group}" (${groups})${repair}`]);
  });

  test('may be one whose objects only istioctl reads', () => {
    expect(judge('install.istio.io/v1alpha1', 'IstioOperator')).toEqual([]);
  });
});
