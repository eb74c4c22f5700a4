import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { dnsLabel, dnsLabelRules } from '../primitives/dns-labels';
import { portNumber, portRules, protocol } from '../primitives/ports';
import { targetPortRules, unusedTargetPort } from '../primitives/target-ports';
import { refusal } from '../webhook-rules';

export const listenerPortRules = {
  ...portRules,
  ...targetPortRules,
  name: dnsLabelRules.label,
  twice: refusal('listener-port-twice', 'Two listeners of a Sidecar have the same port.'),
};

/** What is said of the port of a listener; that of a socket has no number. */
export function* listenerPort(port: Field, isSocket = false): Judgement {
  yield* unusedTargetPort(port);
  yield* port.at('name').isFilled ? dnsLabel(port.at('name')) : [];
  yield* protocol(port.at('protocol'));
  yield* isSocket ? [] : portNumber(port.at('number'));
}

/** Reports a port that a listener before it has. */
export function* sameListener(port: Field, seen: Set<number>): Judgement {
  const { number = 0 } = port.at('number');
  if (seen.has(number)) {
    yield broken(listenerPortRules.twice, port.at('number'), `another listener has the port ${number}`, 'give each listener a different port');
  }
  seen.add(number);
}
