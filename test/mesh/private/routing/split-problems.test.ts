import { Match, Stickiness } from '../../../../lib';
import type { DestinationIntent, ForwardAction, RuleIntent } from '../../../../lib/mesh/private/intent';
import { memoryProblems, splitProblems } from '../../../../lib/mesh/private/routing/split-problems';

const web = (subset: string, weight: number): DestinationIntent => ({ host: 'web.shop.svc.cluster.local', port: 80, subset, weight });

test.each([[[]], [[web('v1', 90), web('v2', 10)]], [[{ host: 'web.shop.svc.cluster.local', port: 80 }]]])('%j is divided well', destinations => {
  expect(splitProblems(destinations)).toEqual([]);
});

test('fails on shares that are not whole', () => {
  expect(splitProblems([web('v1', 90), web('v2', 7.5), web('v3', 2.5)])).toEqual(['7.5 of a hundred to version "v2"', '2.5 of a hundred to version "v3"'].map(share => (
    `sends ${share} of web.shop.svc.cluster.local at port 80, since what it sends there is divided once more, and the mesh knows whole shares alone. Send to one of its versions, or choose weights that come out whole.`
  )));
});

test('fails on two parts for one destination', () => {
  expect(splitProblems([web('v1', 50), web('v1', 50)])).toEqual([
    'divides what it takes, and sends two of the parts to version "v1" of web.shop.svc.cluster.local at port 80. Name it once in the split, with all of its share.',
  ]);
});

test('fails on a part for all versions beside one for a version', () => {
  const whole = { host: 'web.shop.svc.cluster.local', port: 80, weight: 90 };
  expect(splitProblems([whole, web('v2', 10)])).toEqual([
    'divides what it takes, and sends one part to all versions of web.shop.svc.cluster.local at port 80, and another to version "v2", which is one of them. Name the version that gets the first part: web.version("v1").',
  ]);
  expect(splitProblems([{ ...whole, port: 81 }, web('v2', 10)])).toEqual([]);
});

test('fails on a header that clients remember by', () => {
  const memory = Stickiness.header('x-at')._memoryOf('v1');
  const asking = (match?: Match): RuleIntent & ForwardAction => ({ name: 'a', alternatives: match?._alternatives ?? [], destinations: [{ ...web('v1', 90), memory }, { ...web('v2', 10), memory }] });
  expect([memoryProblems(asking()), memoryProblems(asking(Match.header('x-other', 'a')))]).toEqual([[], []]);
  expect(memoryProblems(asking(Match.header('x-at', 'a')))).toEqual([
    'asks for the header "x-at", by which the split that it leads to knows who was where. Make the split sticky by another header, or by a cookie.',
  ]);
});
