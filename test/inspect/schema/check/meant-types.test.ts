import { likelyType, meantTypes } from '../../../../lib/inspect/schema/check/meant-types';
import { schemas } from '../../../support/thing-kind';

const meant = (group: string, kind: string, release?: string): string[] => (
  meantTypes({ group, kind, release }, schemas).map(type => `${type.group}/${type.kind}`)
);

test.each([
  ['networking.istio.io', 'Gatewy', ['networking.istio.io/Gateway']],
  ['networking.istio.io', 'Telemetry', ['telemetry.istio.io/Telemetry']],
  ['apps', 'Service', ['/Service']],
  ['', 'Gateway', ['gateway.networking.k8s.io/Gateway', 'networking.istio.io/Gateway']],
  ['', 'servce', ['/Service']],
  ['argoproj.io', 'Rollot', ['argoproj.io/Rollout']],
  ['argoproj.com', 'Rollout', ['argoproj.io/Rollout']],
  ['mesh.istio.io', 'Sidecar', ['networking.istio.io/Sidecar']],
  ['example.com', 'Sidecar', []],
  ['apps', 'ControllerRevision', []],
])('of group %j, kind %s: %j', (group, kind, types) => {
  expect(meant(group, kind)).toEqual(types);
});

test('a kind that the release does not have is none that is meant', () => {
  expect([meant('mesh.istio.io', 'ProxyConfig', '1.30'), meant('mesh.istio.io', 'TrafficExtension', '1.20')]).toEqual([['networking.istio.io/ProxyConfig'], []]);
});

test.each([
  ['exists', { group: 'apps', kind: 'Deployment' }, { group: 'apps', kind: 'Deployment' }],
  ['is a list of them', { group: 'networking.istio.io', kind: 'VirtualServiceList' }, { group: 'networking.istio.io', kind: 'VirtualServiceList' }],
  ['has one that is meant', { group: 'apps', kind: 'Deploymnet' }, { group: 'apps', kind: 'Deployment' }],
  ['has several that may be meant', { group: '', kind: 'Gateway' }, { group: '', kind: 'Gateway' }],
  ['nobody knows', { group: 'example.com', kind: 'Car' }, { group: 'example.com', kind: 'Car' }],
])('a kind that %s', (_, written, likely) => {
  expect(likelyType(written, schemas)).toEqual(likely);
});
