import type { Field } from '../../../mesh/field';
import { KNOWN_PROTOCOLS } from '../../../mesh/protocols';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';

export const portRules = {
  number: refusal('port-number', 'A number is not a port from 1 to 65535.'),
  protocol: refusal('port-protocol', 'The protocol of a port is unknown to Istio.'),
};

/** Whether a number is a port. */
export function isPort(number: number): boolean {
  return number >= 1 && number <= 65_535;
}

/** What is said of a place where the number of a port has to stand. */
export function* portNumber(field: Field): Judgement {
  const { number = 0 } = field;
  if ((!field.isSet || field.number !== undefined) && !isPort(number)) {
    yield broken(portRules.number, field, field.isSet ? `${number} is not a valid port` : 'the number of the port is missing', 'write a number from 1 to 65535');
  }
}

/** Whether Istio knows a protocol. */
export function isKnownProtocol(name: string): boolean {
  return KNOWN_PROTOCOLS.has(name.toLowerCase());
}

/** What is said of the protocol of a port, where one is named. */
export function* protocol(field: Field): Judgement {
  const { text } = field;
  if (text !== undefined && text !== '' && !isKnownProtocol(text)) {
    yield broken(portRules.protocol, field, `unknown protocol "${text}"`, `write one of ${[...KNOWN_PROTOCOLS].map(known => known.toUpperCase()).join(', ')}`);
  }
}
