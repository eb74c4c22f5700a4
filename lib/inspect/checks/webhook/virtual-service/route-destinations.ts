import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { destination, destinationRules } from '../primitives/destinations';
import { itemRules, nullItems, presentItems } from '../primitives/present-items';
import { refusal } from '../webhook-rules';

export const routeDestinationRules = {
  ...destinationRules,
  null: itemRules.null,
  missing: refusal('route-without-destination', 'An entry of a route has no destination.'),
  weight: refusal('weight-negative', 'The weight of a destination is negative.'),
  noWeight: refusal('weights-all-zero', 'A route has several destinations, and none has a weight.'),
};

/** What is said of where a route leads to; `isConverted`: whether the object was made from one of the Gateway API. */
export function* routeDestinations(route: Field, isConverted: boolean): Judgement {
  yield* nullItems(route);
  const entries = presentItems(route);
  for (const entry of entries) {
    const { number = 0 } = entry.at('weight');
    if (!entry.at('destination').isSet) {
      yield broken(routeDestinationRules.missing, entry.at('destination'), 'the entry has no destination', 'add one');
    }
    yield* isConverted ? [] : destination(entry.at('destination'));
    if (number < 0) {
      yield broken(routeDestinationRules.weight, entry.at('weight'), `the weight is ${number}`, 'write 0 or more');
    }
  }
  const total = entries.reduce((sum, entry) => sum + (entry.at('weight').number ?? 0), 0);
  if (route.items().length > 1 && total === 0) {
    yield broken(routeDestinationRules.noWeight, route, 'no destination has a weight, so that none gets a request', 'write weights');
  }
}
