import { takesAll } from '../../mesh/catch-all-route';
import type { Field } from '../../mesh/field';
import { httpEntries } from '../../mesh/route-entries';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const faultRoute = meshRule(
  'MESH031', 'warning', ['fault-route', 'A route with a fault leaves other requests without a route, or sets something that faults disable.'],
);

/** Routes that make faults. */
export const faultRouteCheck = defineCheck({
  rules: [faultRoute],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['fault'],
  * judge(virtualService) {
    // What another VirtualService delegates to has no hosts, and need not answer all requests.
    const entries = virtualService.spec.at('hosts').isFilled ? httpEntries(virtualService) : [];
    const last = entries.map(takesAll).lastIndexOf(true);
    for (const [index, entry] of entries.entries()) {
      if (entry.at('fault').isSet) {
        yield* judgeFault(entry, index <= last);
      }
    }
  },
});

function* judgeFault(entry: Field, hasFallback: boolean): Judgement {
  if (entry.at('match').isFilled && !hasFallback) {
    yield {
      rule: faultRoute,
      path: entry.at('match').path,
      message: 'requests that this route does not match are matched by no later route: they get 404',
      repair: 'add a route without match after it',
    };
  }
  for (const key of ['timeout', 'retries']) {
    if (entry.at(key).isSet) {
      yield {
        rule: faultRoute,
        path: entry.at(key).path,
        message: `Istio ignores ${key} on a route with a fault`,
        repair: `remove ${key}, or inject the fault at the other end`,
      };
    }
  }
}
