import { LogFilter, LogOptions, LogSink, ObservedSide } from '../../lib';
import { shopChart, specOf, webIn } from '../support/shop-chart';

test.each<[LogOptions, object]>([
  [{}, {}],
  [{ filter: LogFilter.statusFrom(500) }, { filter: { expression: 'response.code >= 500' } }],
  [{ side: ObservedSide.CLIENT }, { match: { mode: 'CLIENT' } }],
  [{ side: ObservedSide.SERVER, filter: LogFilter.errors() }, { match: { mode: 'SERVER' }, filter: { expression: 'response.code >= 400' } }],
])('[F079] what is logged is all, or what is said', (options, entry) => {
  const chart = shopChart();
  webIn(chart).telemetry.logTo(LogSink.OUTPUT, options);
  expect(specOf(chart, 'Telemetry').accessLogging).toEqual([{ providers: [{ name: 'envoy' }], ...entry }]);
});
