import { ApiObject, Chart, Testing } from 'cdk8s';
import { lateAnnotation } from '../../../lib/mesh/private/late-annotation';

test('an annotation is worked out when its object is rendered, and is not there where there is none', () => {
  const chart = new Chart(Testing.app(), 'shop');
  const said: { mark?: string } = {};
  new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', annotations: { mark: lateAnnotation(() => said.mark) } } });
  expect(Testing.synth(chart)[0].metadata).toEqual({ name: 'web' });
  said.mark = 'yes';
  expect(Testing.synth(chart)[0].metadata).toEqual({ name: 'web', annotations: { mark: 'yes' } });
});
