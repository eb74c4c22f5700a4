import fc from 'fast-check';
import { canJudge, violations } from '../../../lib/inspect/schema/violations';
import { asLine, schemas } from '../../support/thing-kind';

const judge = (object: unknown, istioRelease?: string): readonly string[] => violations(object, { schemas, istioRelease }).map(asLine);

const route = { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'shop', namespace: 'shop' } };

test('an object that is right breaks no rule', () => {
  const http = [{ route: [{ destination: { host: 'shop', port: { number: 8080 } }, weight: 100 }], timeout: '5s', retries: { attempts: 2, perTryTimeout: '1s' } }];
  expect(judge({ ...route, spec: { hosts: ['shop'], http } }, '1.30')).toEqual([]);
});

test('everything that is wrong is found at once, in the order of the places', () => {
  const http = [{ match: [{ uri: { exact: '/a', prefix: '/b' } }], route: [{ destination: { port: { number: 8080 } }, weight: '100' }], timeut: '5s' }];
  expect(judge({ ...route, metadata: { name: 'Shop' }, spec: { hosts: 'shop', http } })).toEqual([
    'metadata.name: name: the name "Shop" is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit',
    'spec.hosts: type: hosts must be a list, not "shop" (a list); write a list: ["shop"]',
    'spec.http[0].match[0].uri: one-of: exact and prefix are mutually exclusive (at most one of exact, prefix or regex)',
    'spec.http[0].route[0].destination.host: required: host is missing (a string)',
    'spec.http[0].route[0].weight: type: weight must be an integer, not "100" (an integer); write it without quotes: 100',
    'spec.http[0].timeut: unknown-field: unknown field "timeut" in http[]; did you mean "timeout"?',
  ]);
});

test('a field that is newer than the release is found, with the release that brought it', () => {
  const object = {
    apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'a' },
    spec: { host: 'a', trafficPolicy: { retryBudget: { percent: 20, minRetryConcurrency: 3 } } },
  };
  expect(judge(object)).toEqual([]);
  expect(judge(object, '1.27')).toEqual([]);
  expect(judge(object, '1.26')).toEqual([
    'spec.trafficPolicy.retryBudget: newer-field: the field retryBudget was added in Istio 1.27, but the object is for Istio 1.26; '
    + 'leave it out, or check for Istio 1.27 or later',
  ]);
});

describe('what is no object of Kubernetes', () => {
  test.each([
    [null, ': type: a Kubernetes object must be an object, not null (an object)'],
    [[], ': type: a Kubernetes object must be an object, not a list (an object)'],
    ['x', ': type: a Kubernetes object must be an object, not "x" (an object)'],
    [{ kind: 'Pod' }, 'apiVersion: required: apiVersion is missing (a string)'],
    [{ apiVersion: '', kind: 'Pod' }, 'apiVersion: required: apiVersion is missing (a string)'],
    [{ apiVersion: 'v1', kind: null }, 'kind: required: kind is missing (a string)'],
    [{ apiVersion: 1, kind: 'Pod' }, 'apiVersion: type: apiVersion must be a string, not 1 (a string)'],
  ])('%j', (object, line) => {
    expect(judge(object)).toEqual([line]);
  });
});

describe('an object can be judged', () => {
  const can = (object: unknown): boolean => canJudge(object, schemas);

  test('when the schema of its kind and version is known', () => {
    expect(can(route)).toBe(true);
  });

  test('when it is wrong about its kind or its version', () => {
    const wrong = [null, {}, { kind: 'Pod' }, { apiVersion: 'v1', kind: 'Deployment' }, { apiVersion: 'v2', kind: 'Pod' }, { apiVersion: 'a/b/c', kind: 'Pod' }];
    expect(wrong.map(can)).toEqual([true, true, true, true, true, true]);
  });

  test('not when nobody knows its kind, or the schema of its version', () => {
    const unknown = [
      ['example.com/v1', 'Thing'], ['v1', 'PersistentVolume'], ['gateway.networking.k8s.io/v1', 'GatewayClass'],
      ['gateway.networking.k8s.io/v1alpha2', 'HTTPRoute'], ['policy.linkerd.io/v1beta1', 'Server'], ['autoscaling/v1', 'HorizontalPodAutoscaler'],
    ];
    expect(unknown.filter(([apiVersion, kind]) => can({ apiVersion, kind }))).toEqual([]);
  });
});

describe('any JSON under a kind that is known', () => {
  const kinds = schemas.groups.flatMap(group => schemas.kindsOf(group).flatMap(kind =>
    Object.keys(schemas.kind(group, kind)!.versions).map(version => ({ apiVersion: group === '' ? version : `${group}/${version}`, kind }))));
  const values = fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double(), fc.string(), fc.constantFrom('STRICT', '5s', '2024-01-01T00:00:00Z', '1.2.3.4')),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(
        'spec', 'status', 'metadata', 'name', 'labels', 'annotations', 'ownerReferences', 'finalizers', 'http', 'match', 'route', 'uri', 'exact', 'prefix', 'hosts', 'rules',
        'template', 'containers', 'ports', 'port', 'selector', 'matchLabels', 'servers', 'listeners', 'data', 'stringData', 'analysis', 'constructor', '__proto__', 'toString',
      ), tie('value'), { maxKeys: 6 }),
    ),
  })).value;

  test('is judged without an exception, twice alike, and stays as it was', () => {
    fc.assert(fc.property(fc.constantFrom(...kinds), fc.dictionary(fc.constantFrom('spec', 'metadata', 'data', 'status', 'rules', 'webhooks', 'extra'), values), (kind, rest) => {
      const object = { ...rest, ...kind };
      const before = JSON.stringify(object);
      const found = judge(object, '1.25');
      expect(judge(object, '1.25')).toEqual(found);
      expect(JSON.stringify(object)).toBe(before);
    }), { numRuns: 1500 });
  });

  test('is found wanting in places that are there, or miss one key', () => {
    fc.assert(fc.property(fc.constantFrom(...kinds), values, (kind, spec) => {
      const object = { ...kind, metadata: { name: 'a' }, spec };
      for (const { path } of violations(object, { schemas })) {
        path.slice(0, -1).reduce<unknown>((value, step) => {
          expect(Object.hasOwn(value as object, step)).toBe(true);
          return (value as Record<string, unknown>)[step];
        }, object);
      }
    }), { numRuns: 500 });
  });
});

test('a key of an object that is misspelled is named where one is missing', () => {
  expect(violations({ apiversion: 'v1', kind: 'Service' }, { schemas })).toEqual([
    { kind: 'required', path: ['apiversion'], message: 'apiVersion is missing', expected: 'a string', repair: '"apiversion": did you mean "apiVersion"?' },
  ]);
});
