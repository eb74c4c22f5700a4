import type { Field } from '../../mesh/field';
import type { Judgement } from '../check';
import { portNumber } from './primitives/ports';

/** What is said of the traffic that an extension of the proxy is for: the entries of `match`. */
export function* trafficSelectors(match: Field): Judgement {
  for (const port of match.items().flatMap(entry => entry.at('ports').items()).filter(({ isSet }) => isSet)) {
    yield* portNumber(port.at('number'));
  }
}
