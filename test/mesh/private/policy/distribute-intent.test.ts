import { LocalityShare } from '../../../../lib/mesh/locality';
import { distributeIntent } from '../../../../lib/mesh/private/policy/distribute-intent';
import { Weight } from '../../../../lib/mesh/weight';

const ALL = Weight.percent(100);
const HALF = Weight.percent(50);

test('[F123] localities are regions, zones and subzones, and the last share may be for everybody else', () => {
  const shares: LocalityShare[] = [
    { callersIn: 'us-east/1', to: { 'us-east/1/*': Weight.percent(90), 'us-east/2': Weight.percent(10) } },
    { callersIn: 'us-east/2/a', to: { 'us-east': ALL } },
    { callersIn: '*', to: { '*': ALL } },
  ];
  expect(distributeIntent(shares)).toEqual({
    kind: 'distribute',
    shares: [
      { from: 'us-east/1', to: { 'us-east/1/*': 90, 'us-east/2': 10 } },
      { from: 'us-east/2/a', to: { 'us-east': 100 } },
      { from: '*', to: { '*': 100 } },
    ],
  });
});

test.each<[string, LocalityShare[]]>([
  ['no shares are set. Set at least one: { callersIn: "us-east", to: { "us-east": Weight.percent(80), "us-west": Weight.percent(20) } }.', []],
  ['"" is not a locality. Use a region, "region/zone" or "region/zone/subzone"; "*" may be at the end, for all below.', [{ callersIn: '', to: { a: ALL } }]],
  ['"a//c" is not a locality. Use a region, "region/zone" or "region/zone/subzone"; "*" may be at the end, for all below.', [{ callersIn: 'a', to: { 'a//c': ALL } }]],
  ['"a/b/c/d" is not a locality. Use a region, "region/zone" or "region/zone/subzone"; "*" may be at the end, for all below.', [{ callersIn: 'a', to: { 'a/b/c/d': ALL } }]],
  ['"*/b" is not a locality. Use a region, "region/zone" or "region/zone/subzone"; "*" may be at the end, for all below.', [{ callersIn: '*/b', to: { a: ALL } }]],
  ['"us-*" is not a locality. Use a region, "region/zone" or "region/zone/subzone"; "*" may be at the end, for all below.', [{ callersIn: 'us-*', to: { a: ALL } }]],
  ['"a" and "a/b" of callersIn overlap. Use localities that do not overlap; "*" can only be the last callersIn.',
    [{ callersIn: 'a', to: { a: ALL } }, { callersIn: 'a/b', to: { a: ALL } }]],
  ['"a/b" and "a/*" of callersIn overlap. Use localities that do not overlap; "*" can only be the last callersIn.',
    [{ callersIn: 'a/b', to: { a: ALL } }, { callersIn: 'a/*', to: { a: ALL } }]],
  ['"*" and "a" of callersIn overlap. Use localities that do not overlap; "*" can only be the last callersIn.',
    [{ callersIn: '*', to: { a: ALL } }, { callersIn: 'a', to: { a: ALL } }]],
  ['"a" and "*" of to of "a" overlap. Use localities that do not overlap; "*" can only be the last callersIn.',
    [{ callersIn: 'a', to: { 'a': HALF, '*': HALF } }]],
  ['what comes from "a" adds up to 50. The weights must add up to 100.', [{ callersIn: 'a', to: { a: HALF } }]],
  ['what comes from "a" adds up to 0. The weights must add up to 100.', [{ callersIn: 'a', to: {} }]],
  ['"b" gets nothing from "a". Leave it out: localities that are not named get nothing.', [{ callersIn: 'a', to: { a: ALL, b: Weight.percent(0) } }]],
])('fails: %s', (problem, shares) => {
  expect(() => distributeIntent(shares)).toThrow(new Error(`Locality.distribute: ${problem}`));
});
