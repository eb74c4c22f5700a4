import { Duration } from 'cdk8s';
import { OutlierEjection } from '../../../../lib/mesh/outlier-ejection';
import { Percent } from '../../../../lib/mesh/percent';
import { ejectionIntent } from '../../../../lib/mesh/private/policy/outlier-ejection-intent';

test('[F031] without more words, 5 failures in a row leave out an instance for 30 seconds, and at most half of all', () => {
  expect(ejectionIntent({}, 'shop/web')).toEqual({
    baseEjectionTime: Duration.seconds(30), consecutive5xxErrors: 5, interval: Duration.seconds(30), maxEjection: Percent.of(50),
  });
});

test('[F031] zero switches one count off while the other is on', () => {
  expect(ejectionIntent({ consecutive5xxErrors: 0, consecutiveGatewayErrors: 3, minHealth: Percent.of(0) }, 'shop/web')).toMatchObject({
    consecutive5xxErrors: 0, consecutiveGatewayErrors: 3, minHealth: Percent.of(0),
  });
});

test('[F031] failed connections may be the only failures that count', () => {
  expect(ejectionIntent({ consecutive5xxErrors: 0, consecutiveLocalOriginFailures: 3 }, 'shop/web')).toMatchObject({
    consecutive5xxErrors: 0, consecutiveLocalOriginFailures: 3,
  });
});

test.each<[string, OutlierEjection]>([
  ['no failures are counted, so no instance is ejected. Set consecutive5xxErrors or consecutiveGatewayErrors.', { consecutive5xxErrors: 0 }],
  ['no failures are counted, so no instance is ejected. Set consecutive5xxErrors or consecutiveGatewayErrors.',
    { consecutive5xxErrors: 0, consecutiveGatewayErrors: 0 }],
  ['consecutive5xxErrors cannot be 2.5. Use a whole number from 0 to 2147483647.', { consecutive5xxErrors: 2.5 }],
  ['consecutiveGatewayErrors cannot be -1. Use a whole number from 0 to 2147483647.', { consecutiveGatewayErrors: -1 }],
  ['consecutiveLocalOriginFailures cannot be 0. Use a whole number from 1 to 2147483647.', { consecutiveLocalOriginFailures: 0 }],
  ['baseEjectionTime cannot be 0 milliseconds. Use a whole number of milliseconds, at least one.', { baseEjectionTime: Duration.seconds(0) }],
  ['interval cannot be 0.25 milliseconds. Use a whole number of milliseconds, at least one.', { interval: Duration.millis(0.25) }],
  ['maxEjection cannot be 0 %. Use a whole percentage from 1 to 100.', { maxEjection: Percent.of(0) }],
  ['maxEjection cannot be 33.3 %. Use a whole percentage from 1 to 100.', { maxEjection: Percent.of(33.3) }],
  ['minHealth cannot be 0.5 %. Use a whole percentage from 0 to 100.', { minHealth: Percent.of(0.5) }],
])('fails: %s', (problem, ejection) => {
  expect(() => ejectionIntent(ejection, 'shop/web')).toThrow(new Error(`shop/web: ${problem}`));
});
