import { SchemaStore } from '../../../../lib/inspect/schema/schema-store';
import { violations } from '../../../../lib/inspect/schema/violations';
import { asLine, schemas } from '../../../support/thing-kind';

const judge = (apiVersion: string, kind: string, istioRelease?: string, store: SchemaStore = schemas): readonly string[] =>
  violations({ apiVersion, kind, metadata: { name: 'a' } }, { schemas: store, istioRelease }).map(asLine);

test('a group that nobody knows is none of our business', () => {
  expect(judge('example.com/v1', 'Anything')).toEqual([]);
  expect(judge('constructor/v1', '__proto__')).toEqual([]);
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

  test('is taken for the same in another letter case, or else for the one that Kubernetes prefers', () => {
    expect(judge('networking.istio.io/V1beta1', 'Sidecar')).toEqual([
      'apiVersion: unknown-version: Sidecar has no version networking.istio.io/V1beta1 '
      + '(networking.istio.io/v1, networking.istio.io/v1beta1, networking.istio.io/v1alpha3); did you mean "networking.istio.io/v1beta1"?',
    ]);
    expect(judge('autoscaling/v2beta2', 'HorizontalPodAutoscaler')).toEqual([
      'apiVersion: unknown-version: HorizontalPodAutoscaler has no version autoscaling/v2beta2 (autoscaling/v2, autoscaling/v1); did you mean "autoscaling/v2"?',
    ]);
  });

  test('is taken for one that the release of Istio serves', () => {
    expect(judge('networking.istio.io/v2', 'Sidecar', '1.21')).toEqual([expect.stringMatching(/; did you mean "networking.istio.io\/v1beta1"\?$/)]);
  });

  test('is none where a group stands alone', () => {
    expect(judge('networking.istio.io', 'Sidecar')).toEqual([
      'apiVersion: unknown-version: apiVersion "networking.istio.io" has no version (group/version); did you mean "networking.istio.io/v1"?',
    ]);
    expect(judge('example.com', 'Thing')).toEqual(['apiVersion: unknown-version: apiVersion "example.com" has no version (group/version)']);
    expect(judge('V1', 'Service')).toEqual(['apiVersion: unknown-version: Service has no version V1 (v1); did you mean "v1"?']);
  });

  test('may exist where our copy of a CRD lists only what we generate from', () => {
    expect(judge('gateway.networking.k8s.io/v1alpha2', 'HTTPRoute')).toEqual([]);
  });

  test('does not exist when a CRD that was given does not serve it', () => {
    const versions = [{ name: 'v1', served: true }, { name: 'v1alpha1', served: false }];
    const given = schemas.withCrds([{ spec: { group: 'example.com', scope: 'Cluster', names: { kind: 'Thing' }, versions } }]);
    expect(judge('example.com/v1', 'Thing', undefined, given)).toEqual([]);
    expect(judge('example.com/v1alpha1', 'Thing', undefined, given))
      .toEqual(['apiVersion: unknown-version: Thing has no version example.com/v1alpha1 (example.com/v1); did you mean "example.com/v1"?']);
  });

  test('is no version at all with two slashes', () => {
    expect(judge('a/b/c', 'Thing')).toEqual(['apiVersion: format: invalid apiVersion "a/b/c" (group/version)']);
  });
});

test('a version without schema is served, and only the metadata is judged', () => {
  const object = { apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', metadata: {}, anything: 1 };
  expect(violations(object, { schemas }).map(asLine)).toEqual(['metadata.name: name: the object has no name (name or generateName)']);
});
