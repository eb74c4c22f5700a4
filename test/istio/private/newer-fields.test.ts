import { IstioRelease } from '../../../lib';
import { newerFields } from '../../../lib/istio/private/newer-fields';

test.each([
  {
    kind: 'VirtualService', spec: { http: [{ name: 'a' }, { retries: { backoff: '1s' } }, { name: 'reads', retries: { backoff: '1s' } }] },
    places: ['http[1].retries.backoff', 'http["reads"].retries.backoff'], before: IstioRelease.V1_25, since: IstioRelease.V1_26,
  },
  { kind: 'ServiceEntry', spec: { resolution: 'DYNAMIC_DNS' }, places: ['resolution=DYNAMIC_DNS'], before: IstioRelease.V1_27, since: IstioRelease.V1_28 },
  {
    kind: 'Telemetry', spec: { tracing: [{ customTags: { tag: { formatter: 'x' } } }] }, places: ['tracing[0].customTags["tag"].formatter'],
    before: IstioRelease.V1_28, since: IstioRelease.V1_29,
  },
])('$places of $kind are new to $before', ({ kind, spec, places, before, since }) => {
  expect(newerFields(kind, spec, before)).toEqual([{ places, since }]);
  expect(newerFields(kind, spec, since)).toEqual([]);
});

test.each([
  ['VirtualService', { http: [{ retries: { attempts: 1 } }] }], ['ServiceEntry', { resolution: 'DNS' }], ['Telemetry', {}], ['Unknown', { http: 1 }], ['VirtualService', undefined],
])('a %s of %j has nothing new', (kind, spec) => {
  expect(newerFields(kind, spec, IstioRelease.V1_24)).toEqual([]);
});
