import { SchemaStore } from '../../../../lib/inspect/schema/schema-store';
import { violations } from '../../../../lib/inspect/schema/violations';
import { asLine, schemas } from '../../../support/thing-kind';

const judge = (apiVersion: string, kind: string, istioRelease?: string, store: SchemaStore = schemas): readonly string[] =>
  violations({ apiVersion, kind, metadata: { name: 'a' } }, { schemas: store, istioRelease }).map(asLine);

test('a group that nobody knows is none of our business', () => {
  expect(judge('example.com/v1', 'Anything')).toEqual([]);
  expect(judge('constructor/v1', '__proto__')).toEqual([]);
});

describe('a kind that does not exist', () => {
  const kinds = 'DestinationRule, EnvoyFilter, Gateway, ProxyConfig, ServiceEntry, Sidecar, VirtualService, WorkloadEntry, WorkloadGroup';

  test('is found in a group whose kinds are all known', () => {
    expect(judge('networking.istio.io/v1', 'VirtualServce'))
      .toEqual([`kind: unknown-kind: networking.istio.io has no kind "VirtualServce" (${kinds}); did you mean "VirtualService"?`]);
    expect(judge('networking.istio.io/v1', 'constructor')).toEqual([`kind: unknown-kind: networking.istio.io has no kind "constructor" (${kinds})`]);
  });

  test('may be a kind of another group', () => {
    expect(judge('networking.istio.io/v1', 'Telemetry'))
      .toEqual([`kind: unknown-kind: networking.istio.io has no kind "Telemetry" (${kinds}); Telemetry is a kind of telemetry.istio.io`]);
  });

  test('is found elsewhere only when it is nearly one that is known', () => {
    expect(judge('apps/v1', 'Deploymnet')).toEqual(['kind: unknown-kind: apps has no kind "Deploymnet"; did you mean "Deployment"?']);
    expect(judge('v1', 'service')).toEqual(['kind: unknown-kind: the core group has no kind "service"; did you mean "Service"?']);
    expect(judge('gateway.networking.k8s.io/v1', 'HttpRoute'))
      .toEqual(['kind: unknown-kind: gateway.networking.k8s.io has no kind "HttpRoute"; did you mean "HTTPRoute"?']);
    expect(['ControllerRevision', 'Deploy'].flatMap(kind => judge('apps/v1', kind))).toEqual([]);
    expect(['UDPRoute', 'GatewayClass'].flatMap(kind => judge('gateway.networking.k8s.io/v1', kind))).toEqual([]);
    expect(['Event', 'PersistentVolume', 'List'].flatMap(kind => judge('v1', kind))).toEqual([]);
  });

  test('is none when it is a list of a kind', () => {
    expect(judge('networking.istio.io/v1', 'VirtualServiceList')).toEqual([]);
  });
});

describe('a version that does not exist', () => {
  test('is found for kinds whose versions are all known', () => {
    expect(judge('apps/v1beta1', 'Deployment')).toEqual(['apiVersion: unknown-version: Deployment has no version apps/v1beta1 (apps/v1); did you mean "apps/v1"?']);
    expect(judge('v2', 'Service')).toEqual(['apiVersion: unknown-version: Service has no version v2 (v1); did you mean "v1"?']);
    expect(judge('networking.istio.io/toString', 'ProxyConfig')).toEqual([
      'apiVersion: unknown-version: ProxyConfig has no version networking.istio.io/toString (networking.istio.io/v1beta1); '
      + 'did you mean "networking.istio.io/v1beta1"?',
    ]);
  });

  test('may exist where our copy of a CRD lists only what we generate from', () => {
    expect(judge('gateway.networking.k8s.io/v1beta1', 'HTTPRoute')).toEqual([]);
  });

  test('does not exist when a CRD that was given does not serve it', () => {
    const versions = [{ name: 'v1', served: true }, { name: 'v1alpha1', served: false }];
    const given = schemas.withCrds([{ spec: { group: 'example.com', scope: 'Cluster', names: { kind: 'Thing' }, versions } }]);
    expect(judge('example.com/v1', 'Thing', undefined, given)).toEqual([]);
    expect(judge('example.com/v1alpha1', 'Thing', undefined, given))
      .toEqual(['apiVersion: unknown-version: Thing has no version example.com/v1alpha1 (example.com/v1); did you mean "example.com/v1"?']);
  });

  test('is no version at all with two slashes', () => {
    expect(judge('a/b/c', 'Thing')).toEqual(['apiVersion: format: apiVersion is "a/b/c" (group/version)']);
  });
});

test('a version without schema is served, and only the metadata is judged', () => {
  const object = { apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', metadata: {}, anything: 1 };
  expect(violations(object, { schemas }).map(asLine)).toEqual(['metadata.name: name: the object has no name (name or generateName)']);
});

test('a version that came with a later release of Istio is found when a release is given', () => {
  expect(judge('networking.istio.io/v1', 'Sidecar')).toEqual([]);
  expect(judge('networking.istio.io/v1', 'Sidecar', '1.22')).toEqual([]);
  expect(judge('networking.istio.io/v1', 'Sidecar', '1.21')).toEqual([
    'apiVersion: newer-field: networking.istio.io/v1 came with Istio 1.22, and the object is for Istio 1.21',
  ]);
});

test('a version that a release of Istio no longer serves is found', () => {
  const versions = { v1: { last: '1.24' } };
  const index = { groups: { 'a.b': { file: 'a', kinds: ['C'] } }, metadata: schemas.metadata };
  const files: Record<string, object> = { 'index.json': index, 'a': { nodes: [], groups: { 'a.b': { C: { scope: 'Cluster', versions } } } } };
  const store = SchemaStore.of(file => JSON.stringify(files[file]));
  expect(judge('a.b/v1', 'C', '1.24', store)).toEqual([]);
  expect(judge('a.b/v1', 'C', '1.25', store)).toEqual(['apiVersion: unknown-version: Istio 1.24 was the last to serve a.b/v1']);
});
