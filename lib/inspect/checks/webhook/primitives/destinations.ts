import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';
import { dnsLabel, dnsLabelRules } from './dns-labels';
import { hostRules, wildcardHostName } from './host-names';
import { portNumber, portRules } from './ports';

export const destinationRules = {
  host: hostRules.wildcardHost,
  subset: dnsLabelRules.label,
  port: portRules.number,
  anyHost: refusal('destination-any-host', 'Requests are sent to the host *.'),
};

/** What is said of a destination: host, subset and port. */
export function* destination(place: Field): Judgement {
  if (!place.isSet) {
    return;
  }
  if (place.at('host').text === '*') {
    yield broken(destinationRules.anyHost, place.at('host'), 'nobody is the host *', 'name the host');
  } else {
    yield* wildcardHostName(place.at('host'));
  }
  if (place.at('subset').isFilled) {
    yield* dnsLabel(place.at('subset'));
  }
  if (place.at('port').isSet) {
    yield* portNumber(place.at('port', 'number'));
  }
}
