import type { Field } from '../../mesh/field';
import { defineCheck, Judgement } from '../check';
import { broken } from './broken';
import { addressRules, isIpAddress, isSocket, socketPath } from './primitives/addresses';
import { dnsLabel, dnsLabelRules } from './primitives/dns-labels';
import { hostName, hostRules } from './primitives/host-names';
import { labelRules, labels } from './primitives/labels';
import { portNumber, portRules } from './primitives/ports';
import { refusal, warning } from './webhook-rules';

const rules = {
  address: refusal('workload-address-missing', 'A workload has neither an address nor a network in which it could be reached.'),
  network: warning('workload-network-alone', 'A workload has a network but no address, so it is reached only through the gateway of the network.'),
  socketPorts: refusal('workload-socket-ports', 'A workload has a socket as its address, but also ports.'),
};

/** What the webhook says of a WorkloadEntry. */
export const workloadEntry = defineCheck({
  rules: [
    ...Object.values(rules), addressRules.socket, hostRules.host, portRules.number, ...Object.values(dnsLabelRules), ...Object.values(labelRules),
  ],
  analyzer: 'schema.ValidationAnalyzer.WorkloadEntry',
  kinds: ['networking.istio.io/WorkloadEntry'],
  everyDocument: true,
  * judge({ spec }) {
    yield* addressOf(spec);
    for (const [, port] of spec.at('ports').entries()) {
      yield* dnsLabel(keyOf(port));
      yield* portNumber(port);
    }
    yield* labels(spec.at('labels'));
  },
});

function* addressOf(spec: Field): Judgement {
  const [address, ports] = [spec.at('address'), spec.at('ports')];
  const { text = '' } = address;
  if (!address.isFilled) {
    yield spec.at('network').isFilled
      ? broken(rules.network, address, 'the workload has no address, so it is reached only through the gateway of its network', 'add its address')
      : broken(rules.address, address, 'the workload has neither an address nor a network', 'add its address');
  } else if (isSocket(text)) {
    yield* socketPath(address);
    if (ports.isFilled) {
      yield broken(rules.socketPorts, ports, 'a socket cannot have ports', 'remove the ports');
    }
  } else if (!isIpAddress(text)) {
    yield* hostName(address);
  }
}

/** The place of an entry, with its key as what stands there. */
function keyOf(entry: Field): Field {
  return entry.holding(entry.key);
}
