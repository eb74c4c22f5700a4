import { Match, Stickiness } from '../../../../lib';
import type { DestinationIntent, ForwardAction, RuleIntent } from '../../../../lib/mesh/private/intent';
import { memoryProblems, splitProblems } from '../../../../lib/mesh/private/routing/split-problems';

const web = (subset: string, weight: number): DestinationIntent => ({ host: 'web.shop.svc.cluster.local', port: 80, subset, weight });

test.each([[[]], [[web('v1', 90), web('v2', 10)]], [[{ host: 'web.shop.svc.cluster.local', port: 80 }]]])('%j is divided well', destinations => {
  expect(splitProblems(destinations)).toEqual([]);
});

test('fails on shares that are not whole', () => {
  expect(splitProblems([web('v1', 90), web('v2', 7.5), web('v3', 2.5)])).toEqual(['7.5 percent to version "v2"', '2.5 percent to version "v3"'].map(share => (
    `sends ${share} of web.shop.svc.cluster.local at port 80, because that share is split again, and the mesh supports only whole percentages. Send to one of its versions, or choose weights that give whole percentages.`
  )));
});

test('fails on two parts for one destination', () => {
  expect(splitProblems([web('v1', 50), web('v1', 50)])).toEqual([
    'splits its requests and sends two parts to version "v1" of web.shop.svc.cluster.local at port 80. List it once in the split, with its whole share.',
  ]);
});

test('fails on a part for all versions beside one for a version', () => {
  const whole = { host: 'web.shop.svc.cluster.local', port: 80, weight: 90 };
  expect(splitProblems([whole, web('v2', 10)])).toEqual([
    'splits its requests and sends one part to all versions of web.shop.svc.cluster.local at port 80, and another to version "v2", which is one of them. Name the version that gets the first part: web.version("v1").',
  ]);
  expect(splitProblems([{ ...whole, port: 81 }, web('v2', 10)])).toEqual([]);
});

test('fails on a header that clients remember by', () => {
  const memory = Stickiness.header('x-at')._memoryOf('v1');
  const asking = (match?: Match): RuleIntent & ForwardAction => ({ name: 'a', alternatives: match?._alternatives ?? [], destinations: [{ ...web('v1', 90), memory }, { ...web('v2', 10), memory }] });
  expect([memoryProblems(asking()), memoryProblems(asking(Match.header('x-other', 'a')))]).toEqual([[], []]);
  expect(memoryProblems(asking(Match.header('x-at', 'a')))).toEqual([
    'matches the header "x-at", which keeps its target split sticky. Make the split sticky by another header, or by a cookie.',
  ]);
});
