import { Duration } from 'cdk8s';
import { gatewayDuration } from '../../../lib/istio/render/gateway-duration';

test.each([
  [Duration.seconds(10), '10s'],
  [Duration.millis(1500), '1500ms'],
  [Duration.millis(100_001), '1m40s1ms'],
  [Duration.seconds(99_999), '99999s'],
  [Duration.seconds(100_000), '27h46m40s'],
])('%p is said with five digits at most before a unit', (duration, text) => {
  expect(gatewayDuration(duration)).toBe(text);
});
