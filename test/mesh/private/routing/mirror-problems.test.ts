import { Percent } from '../../../../lib';
import type { DestinationIntent } from '../../../../lib/mesh/private/intent';
import { mirrorProblems } from '../../../../lib/mesh/private/routing/mirror-problems';

const copiesBeside = (targets: DestinationIntent[], ...destinations: DestinationIntent[]): string[] => (
  mirrorProblems(destinations.map(destination => ({ destination, percent: Percent.of(5) })), targets)
);
const copies = (...destinations: DestinationIntent[]): string[] => (
  copiesBeside([web('live')], ...destinations)
);
const web = (subset: string, port = 80): DestinationIntent => ({ host: 'web.shop.svc.cluster.local', port, subset });

test('copies go to several versions and ports', () => {
  expect(copies(web('v1'), web('v2'), web('v2', 81))).toEqual([]);
});

test('fails on two ways to one destination', () => {
  expect(copies(web('v1'), web('v2'), web('v1'))).toEqual([
    'copies requests to version "v1" of web.shop.svc.cluster.local at port 80 in two ways. Call mirrorTo for it once, with the share of all copies: Percent.of(...).',
  ]);
});

test('fails on what wants a host of its own', () => {
  expect(copies({ host: 'pay.example.com', port: 80, hostHeader: 'pay.example.com' })).toEqual([
    'copies requests to pay.example.com, which is outside the mesh, and copies keep the host of the request, which a server outside does not know. Send them to a service of the mesh whose pods call pay.example.com themselves.',
  ]);
});

test('a canary may get copies beside its share, and before it gets one', () => {
  expect(copiesBeside([{ ...web('v1'), weight: 90 }, { ...web('v2'), weight: 10 }], web('v2'))).toEqual([]);
  expect(copiesBeside([{ ...web('v1'), weight: 100 }, { ...web('v2'), weight: 0 }], web('v2'))).toEqual([]);
});

test.each<[string, DestinationIntent, DestinationIntent[]]>([
  ['version "v1" of web.shop.svc.cluster.local at port 80', web('v1'), [web('v1')]],
  ['version "v1" of web.shop.svc.cluster.local at port 80', web('v1'), [{ ...web('v1'), weight: 100 }, { ...web('v2'), weight: 0 }]],
  ['web.shop.svc.cluster.local at port 80', { host: 'web.shop.svc.cluster.local', port: 80 }, [{ ...web('v1'), weight: 90 }, { ...web('v2'), weight: 10 }]],
])('fails on copies to where all requests go: %s', (text, copied, targets) => {
  expect(copiesBeside(targets, copied)).toEqual([
    `copies requests to ${text}, where all of them go anyway, so they would be processed twice. Copy them to another version, or leave mirrorTo out.`,
  ]);
});
