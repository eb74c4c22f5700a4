import type { Field } from './field';
import { NO_NUMBER, portNumber } from './port-number';
import { KNOWN_PROTOCOLS } from './protocols';

/** What Kubernetes defines beside them as `appProtocol`, with what Istio takes it for. */
const APP_PROTOCOLS: Readonly<Record<string, string>> = { 'kubernetes.io/h2c': 'http2', 'kubernetes.io/ws': 'http', 'kubernetes.io/wss': 'https' };

/** Ports on which servers speak first, which Istio takes for TCP whatever their name is. */
const TCP_PORTS = new Set([25, 53, 3306, 27_017]);

/** What says the protocol of a port of a Service: its `appProtocol`, else its name. */
export function protocolPlace(port: Field): Field {
  const appProtocol = port.at('appProtocol');
  return appProtocol.isSet ? appProtocol : port.at('name');
}

/** The protocol of a port of a Service, in lower case; undefined when Istio has to guess it from the first bytes. */
export function protocolOf(port: Field): string | undefined {
  if (port.at('protocol').text === 'UDP') {
    return 'udp';
  }
  const place = protocolPlace(port);
  const name = (place.text ?? '').toLowerCase();
  const app = place.key === 'appProtocol' && Object.hasOwn(APP_PROTOCOLS, name) ? APP_PROTOCOLS[name] : undefined;
  return app ?? protocolOfName(name) ?? (TCP_PORTS.has(portNumber(port.at('port')) ?? NO_NUMBER) ? 'tcp' : undefined);
}

function protocolOfName(name: string): string | undefined {
  const [prefix] = name.startsWith('grpc-web') ? ['grpc-web'] : name.split('-', 1);
  return KNOWN_PROTOCOLS.has(prefix) ? prefix : undefined;
}
