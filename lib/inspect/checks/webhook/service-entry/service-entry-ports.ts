import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { dnsLabel, dnsLabelRules } from '../primitives/dns-labels';
import { portNumber, portRules, protocol } from '../primitives/ports';
import { itemRules, nullItems, presentItems } from '../primitives/present-items';
import { refusal, warning } from '../webhook-rules';

export const serviceEntryPortRules = {
  ...portRules,
  name: dnsLabelRules.label,
  null: itemRules.null,
  sameName: refusal('service-port-name-twice', 'Two ports of a ServiceEntry have the same name.'),
  // istioctl says the same of both.
  sameNumber: { ...refusal('service-port-number-twice', 'Two ports of a ServiceEntry have the same number.'), covers: ['IST0177'] },
  noAddress: { ...warning('tcp-port-without-address', 'A TCP port of a ServiceEntry has no addresses, so its connections cannot be told apart.'), covers: ['IST0134'] },
};

/** What is said of the ports of a ServiceEntry; `hasAddress`: whether connections to it are told by an address. */
export function* serviceEntryPorts(list: Field, hasAddress: boolean): Judgement {
  const [names, numbers] = [new Set<string>(), new Set<number>()];
  yield* nullItems(list);
  for (const port of presentItems(list)) {
    const [{ text: name = '' }, { number = 0 }] = [port.at('name'), port.at('number')];
    if (names.has(name)) {
      yield broken(serviceEntryPortRules.sameName, port.at('name'), `another port is named "${name}"`, 'give each port a different name');
    }
    if (numbers.has(number)) {
      yield broken(serviceEntryPortRules.sameNumber, port.at('number'), `another port has the number ${number}`, 'keep one of them');
    }
    names.add(name);
    numbers.add(number);
    yield* portOf(port, hasAddress);
  }
}

function* portOf(port: Field, hasAddress: boolean): Judgement {
  const { text = '' } = port.at('protocol');
  if (!hasAddress && (text === '' || text === 'TCP')) {
    yield broken(serviceEntryPortRules.noAddress, port, 'without addresses, connections to a TCP port cannot be told apart', 'add addresses, or a protocol');
  }
  yield* port.at('targetPort').isFilled ? portNumber(port.at('targetPort')) : [];
  yield* dnsLabel(port.at('name'));
  yield* protocol(port.at('protocol'));
  yield* portNumber(port.at('number'));
}
