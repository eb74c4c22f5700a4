import { ApiObject, Chart, Testing } from 'cdk8s';
import { lateSpec, problemsOf } from '../../../lib/mesh/private/late-spec';

function chartWith(produce: () => unknown): Chart {
  const chart = new Chart(Testing.app(), 'shop');
  new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'Any', spec: lateSpec(chart, produce) });
  return chart;
}

test('a spec is computed whenever it is asked for', () => {
  const names = ['a'];
  const chart = chartWith(() => ({ names: [...names] }));
  expect(chart.node.validate()).toEqual([]);
  names.push('b');
  expect(Testing.synth(chart)).toMatchObject([{ spec: { names: ['a', 'b'] } }]);
});

test('each line of what it throws is a problem of its place', () => {
  const fail = (): never => {
    throw new Error('one\ntwo');
  };
  expect(chartWith(fail).node.validate()).toEqual(['one', 'two']);
  expect(problemsOf(fail)).toEqual(['one', 'two']);
  expect(problemsOf(() => 1)).toEqual([]);
});
