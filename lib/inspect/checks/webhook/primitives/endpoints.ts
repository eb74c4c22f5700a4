import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal, warning } from '../webhook-rules';
import { addressRules, isIpAddress, isSocket, socketPath } from './addresses';
import { dnsLabelRules } from './dns-labels';
import { isDnsLabel, isHostName } from './host-names';
import { labelRules, labels } from './labels';
import { portNumber, portRules } from './ports';

export const endpointRules = {
  ...labelRules,
  socket: addressRules.socket,
  portName: dnsLabelRules.label,
  portNumber: portRules.number,
  missing: refusal('endpoint-without-address', 'An endpoint has neither an address nor a network.'),
  unset: warning('endpoint-behind-network', 'An endpoint has a network but no address, so all its requests go to the gateway of the network.'),
  address: refusal('endpoint-address', 'The address of an endpoint has a form that cannot be resolved here.'),
  socketPorts: refusal('socket-with-ports', 'An endpoint that is a Unix domain socket has ports.'),
  unknownPort: refusal('endpoint-port-unknown', 'An endpoint names a port that its ServiceEntry does not have.'),
  onePort: refusal('socket-of-many-ports', 'An endpoint is a Unix domain socket, but its ServiceEntry does not have exactly one port.'),
};

/** What an endpoint belongs to. */
export interface EndpointOptions {
  /** The names of the ports of its ServiceEntry; absent for an endpoint by itself. */
  readonly ports?: ReadonlySet<string>;
  /** Whether its address may be a DNS name. */
  readonly takesNames: boolean;
}

/** What is said of an endpoint: an item of a ServiceEntry, or the spec of a WorkloadEntry. */
export function* endpoint(place: Field, options: EndpointOptions): Judgement {
  const { text: address = '' } = place.at('address');
  if (address === '' && !place.at('network').isFilled) {
    yield broken(endpointRules.missing, place, 'the endpoint has no address', 'write its address');
    return;
  }
  yield* isSocket(address) ? socketEndpoint(place, options) : networkAddress(place.at('address'), place, options);
  yield* endpointPorts(place.at('ports'), options.ports);
  yield* labels(place.at('labels'));
}

/** What is said of the ports of an endpoint. */
export function* endpointPorts(ports: Field, known?: ReadonlySet<string>): Judgement {
  for (const [name, port] of ports.entries()) {
    if (known?.has(name) === false) {
      yield broken(endpointRules.unknownPort, port, `the ServiceEntry has no port "${name}"`, 'name one of its ports');
    }
    if (!isDnsLabel(name)) {
      yield broken(dnsLabelRules.label, port, `"${name}" is not a DNS label`, 'name one of the ports');
    }
    yield* portNumber(port);
  }
}

function* socketEndpoint(place: Field, { ports }: EndpointOptions): Judgement {
  yield* socketPath(place.at('address'));
  if (place.at('ports').isFilled) {
    yield broken(endpointRules.socketPorts, place.at('ports'), 'a socket cannot have ports', 'remove them');
  }
  if (ports !== undefined && ports.size !== 1) {
    yield broken(endpointRules.onePort, place.at('address'), `one socket cannot serve ${ports.size} ports`, 'keep one port in the ServiceEntry');
  }
}

function* networkAddress(field: Field, place: Field, { takesNames }: EndpointOptions): Judgement {
  const { text: address = '' } = field;
  if (address === '') {
    yield broken(endpointRules.unset, place, 'the endpoint has a network but no address, so it is the gateway of the network', 'write its address');
  } else if (!isIpAddress(address) && !(takesNames && isHostName(address))) {
    const what = takesNames ? 'IP address or DNS name' : 'IP address';
    yield broken(endpointRules.address, field, `"${address}" is not an ${what}`, takesNames ? `write an ${what}` : 'write an IP address, or resolution: DNS');
  }
}
