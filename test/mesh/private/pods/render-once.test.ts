import { ApiObject, Lazy } from 'cdk8s';
import { renderOnce } from '../../../../lib/mesh/private/pods/render-once';
import { whileSettled } from '../../../../lib/mesh/private/settled';
import { shopChart } from '../../../support/shop-chart';

test('an object is rendered anew at each call, and once while nothing more is said', () => {
  const chart = shopChart();
  const produce = jest.fn(() => ({ replicas: 1 }));
  const object = renderOnce(new ApiObject(chart, 'web', { apiVersion: 'apps/v1', kind: 'Deployment', spec: Lazy.any({ produce }) }));
  expect([object.toJson(), object.toJson()].map(({ spec }) => spec.replicas)).toEqual([1, 1]);
  expect(produce).toHaveBeenCalledTimes(2);
  whileSettled(chart.node.root, () => expect(object.toJson()).toBe(object.toJson()));
  expect(produce).toHaveBeenCalledTimes(3);
});
