import { ISTIO_ANNOTATIONS } from '../../../imports/istio-annotations';
import { ISTIO_LABELS } from '../../../lib/inspect/mesh/istio-labels';

test('labels of Istio are no annotations, but for two that are both', () => {
  expect(Object.keys(ISTIO_LABELS).filter(name => Object.hasOwn(ISTIO_ANNOTATIONS, name))).toEqual(['istio.io/rev', 'sidecar.istio.io/inject']);
});
