import { gatewayMarks } from '../../../lib/istio/render/gateway-marks';

test('a revision is named, and nothing else', () => {
  expect([gatewayMarks('canary'), gatewayMarks()]).toEqual([{ labels: { 'istio.io/rev': 'canary' } }, undefined]);
});
