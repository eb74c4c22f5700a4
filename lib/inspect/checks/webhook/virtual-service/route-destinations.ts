import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { destination, destinationRules } from '../primitives/destinations';
import { itemRules, nullItems, presentItems } from '../primitives/present-items';
import { refusal } from '../webhook-rules';

export const routeDestinationRules = {
  ...destinationRules,
  null: itemRules.null,
  missing: refusal('route-without-destination', 'A route entry has no destination.'),
  weight: refusal('weight-negative', 'The weight of a destination is negative.'),
  noWeight: refusal('weights-all-zero', 'A route has several destinations, and none has a weight.'),
};

/** What is said of where a route leads to; `isConverted`: whether the object was made from one of the Gateway API. */
export function* routeDestinations(route: Field, isConverted: boolean): Judgement {
  yield* nullItems(route);
  let total = 0;
  for (const entry of presentItems(route)) {
    const [place, weight] = [entry.at('destination'), entry.at('weight')];
    const { number = 0 } = weight;
    if (!place.isSet) {
      yield broken(routeDestinationRules.missing, place, 'the entry has no destination', 'add one');
    } else if (!isConverted) {
      yield* destination(place);
    }
    if (number < 0) {
      yield broken(routeDestinationRules.weight, weight, `the weight is ${number}`, 'write 0 or more');
    }
    total += number;
  }
  if (total === 0 && route.items().length > 1) {
    yield broken(routeDestinationRules.noWeight, route, 'no destination has a weight, so none receives requests', 'write weights');
  }
}
