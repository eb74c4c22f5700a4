// Builds with Go what tests run of others: promtool and an OpenTelemetry Collector, once for a machine. Prints what cannot be had, and nothing else.
import { realCollector } from '../test/support/otelcol';
import { promtool } from '../test/support/promtool';

if (promtool() === undefined) {
  console.log('no rule is run against samples: promtool can be neither built nor found');
}
realCollector();
