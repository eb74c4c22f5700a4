import { IRouteTarget } from '../../lib/mesh/route-target';
import { Weight } from '../../lib/mesh/weight';
import { WeightedTarget } from '../../lib/mesh/weighted-target';

test('a weighted target is a target and its weight', () => {
  const target: IRouteTarget = { _destinations: () => [] };
  const weight = Weight.percent(10);
  expect(new WeightedTarget(target, weight)).toEqual({ target, weight });
});

test('fails on what nothing can be sent to', () => {
  expect(() => new WeightedTarget({} as unknown as IRouteTarget, Weight.percent(10))).toThrow('WeightedTarget: an object of Object is not a target. Use a version');
});
