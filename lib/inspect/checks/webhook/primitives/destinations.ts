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
  const [host, subset, port] = [place.at('host'), place.at('subset'), place.at('port')];
  if (host.text === '*') {
    yield broken(destinationRules.anyHost, host, '* is not a host that requests can be sent to', 'name the host');
  } else {
    yield* wildcardHostName(host);
  }
  if (subset.isFilled) {
    yield* dnsLabel(subset);
  }
  if (port.isSet) {
    yield* portNumber(port.at('number'));
  }
}
