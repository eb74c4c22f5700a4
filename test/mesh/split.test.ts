import { IRouteTarget } from '../../lib/mesh/route-target';
import { Split } from '../../lib/mesh/split';
import { Weight } from '../../lib/mesh/weight';
import { WeightedTarget } from '../../lib/mesh/weighted-target';

const host = 'web.shop.svc.cluster.local';

function version(subset: string): IRouteTarget {
  return { _destinations: () => [{ host, port: 80, subset }] };
}

function part(subset: string, weight: number): WeightedTarget {
  return new WeightedTarget(version(subset), Weight.percent(weight));
}

function weights(split: Split): Array<[string | undefined, number | undefined]> {
  return split._destinations().map(({ subset, weight }) => [subset, weight]);
}

test.each([[90, 10], [80, 20], [95, 5], [10, 90], [100, 0], [0, 100]])('%d to %d keeps its order [F012]', (first, second) => {
  expect(Split.between(part('v1', first), part('v2', second))._destinations()).toEqual([
    { host, port: 80, subset: 'v1', weight: first }, { host, port: 80, subset: 'v2', weight: second },
  ]);
});

test('more than two targets share a hundred', () => {
  expect(weights(Split.between(part('v1', 50), part('v2', 30), part('v3', 20)))).toEqual([['v1', 50], ['v2', 30], ['v3', 20]]);
});

test.each([[0, 100], [10, 90], [100, 0]])('a canary of %d percent leaves the rest to the stable target, which comes first [F012]', (canary, stable) => {
  expect(weights(Split.canary({ stable: version('v1'), canary: version('v2'), weight: Weight.percent(canary) }))).toEqual([['v1', stable], ['v2', canary]]);
});

test('where a target is found is asked when the split is rendered', () => {
  let asked = 0;
  const target: IRouteTarget = { _destinations: () => [{ host, port: 80 + asked++ }] };
  const split = Split.between(new WeightedTarget(target, Weight.percent(90)), part('v2', 10));
  expect(asked).toBe(0);
  expect(split._destinations()[0]).toEqual({ host, port: 80, weight: 90 });
});

test.each([[[]], [[part('v1', 100)]]])('fails on fewer than two targets', parts => {
  expect(() => Split.between(...parts)).toThrow(new Error(`Split.between: a split needs at least two targets, got ${parts.length}. Send requests to the one target directly.`));
});

test.each([[[90, 20], '90 + 20', 110], [[50, 30, 10], '50 + 30 + 10', 90], [[0, 0], '0 + 0', 0]])('fails when %j do not add up to a hundred', (shares, sum, total) => {
  expect(() => Split.between(...shares.map((share, index) => part(`v${index}`, share))))
    .toThrow(new Error(`Split.between: the weights ${sum} add up to ${total}. They must add up to 100.`));
});

test('fails on a split within a split', () => {
  const inner = new WeightedTarget(Split.between(part('v1', 50), part('v2', 50)), Weight.percent(50));
  expect(() => Split.between(inner, part('v3', 50)))
    .toThrow(new Error('Split.between: a split cannot be part of another split. List all targets, each with its share of the whole.'));
});

test('fails on a target that stands there twice', () => {
  const target = version('v1');
  expect(() => Split.between(new WeightedTarget(target, Weight.percent(50)), new WeightedTarget(target, Weight.percent(50))))
    .toThrow(new Error('Split.between: a target is listed twice. List each once, with its whole share.'));
});
