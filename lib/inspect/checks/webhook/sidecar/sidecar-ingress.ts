import type { Field } from '../../../mesh/field';
import { isHttp, isTls } from '../../../mesh/protocols';
import type { Judgement } from '../../check';
import type { Rule } from '../../rule';
import { broken } from '../broken';
import { addressRules, ipAddress, isSocket, socketPath } from '../primitives/addresses';
import { connectionPool, connectionPoolRules } from '../primitives/connection-pool';
import { isPort } from '../primitives/ports';
import { nullItems, presentItems } from '../primitives/present-items';
import { serverTls, serverTlsRules } from '../primitives/server-tls';
import { refusal, warning } from '../webhook-rules';
import { listenerPort, listenerPortRules, sameListener } from './listener-ports';

const own = {
  port: refusal('ingress-without-port', 'A listener for incoming requests has no port.'),
  endpoint: refusal('default-endpoint', 'The defaultEndpoint of a listener is neither a port of the workload nor a socket.'),
  tlsField: refusal('ingress-tls-field', 'A Sidecar uses a TLS field that it does not support.'),
  tlsMode: refusal('ingress-tls-mode', 'A Sidecar uses a TLS mode that it does not support.'),
  tlsPort: refusal('ingress-tls-plain-port', 'A Sidecar terminates TLS on a port that is neither HTTPS nor TLS.'),
  httpPool: warning('http-pool-on-tcp', 'HTTP limits are set on a port that is not HTTP.'),
};

export const sidecarIngressRules: readonly Rule[] = [
  ...Object.values(own), ...Object.values(listenerPortRules), ...Object.values(serverTlsRules), ...Object.values(connectionPoolRules),
  addressRules.ip, addressRules.socket,
];

const UNSUPPORTED = ['subjectAltNames', 'httpsRedirect', 'credentialName', 'credentialNames', 'tlsCertificates'];
const ENDPOINT = /^(?:(?:127\.0\.0\.1|0\.0\.0\.0)?|\[::1?\]):(\d+)$/;

/** What is said of the listeners for incoming requests. */
export function* sidecarIngress(list: Field): Judgement {
  yield* nullItems(list);
  const seen = new Set<number>();
  for (const listener of presentItems(list)) {
    const port = listener.at('port');
    if (!port.isSet) {
      yield broken(own.port, port, 'the listener has no port', 'add one');
      continue;
    }
    yield* listenerPort(port);
    yield* listener.at('bind').isFilled ? ipAddress(listener.at('bind')) : [];
    yield* sameListener(port, seen);
    yield* defaultEndpoint(listener.at('defaultEndpoint'));
    yield* tls(listener);
    yield* pool(listener);
  }
}

function* defaultEndpoint(field: Field): Judgement {
  const { text = '' } = field;
  if (isSocket(text)) {
    yield* socketPath(field);
  } else if (text !== '' && !isPort(Number(ENDPOINT.exec(text)?.[1]))) {
    yield broken(own.endpoint, field, `"${text}" is neither a port of the workload nor a socket`, 'write 127.0.0.1:PORT, 0.0.0.0:PORT or unix://PATH');
  }
}

function* tls(listener: Field): Judgement {
  const [settings, { text: protocol = '' }] = [listener.at('tls'), listener.at('port', 'protocol')];
  if (!settings.isSet) {
    return;
  }
  for (const field of UNSUPPORTED.map(key => settings.at(key)).filter(({ isFilled }) => isFilled)) {
    yield broken(own.tlsField, field, `a Sidecar does not support ${field.key}`, 'remove it');
  }
  const { text: mode = '' } = settings.at('mode');
  if (['ISTIO_MUTUAL', 'AUTO_PASSTHROUGH'].includes(mode)) {
    yield broken(own.tlsMode, settings.at('mode'), `a Sidecar does not support TLS mode ${mode}`, 'write SIMPLE or MUTUAL');
  }
  if (!isTls(protocol)) {
    yield broken(own.tlsPort, settings, `the protocol of the port is ${protocol === '' ? 'not set' : protocol}`, 'write HTTPS or TLS, or remove tls');
  }
  yield* serverTls(settings);
}

function* pool(listener: Field): Judgement {
  const http = listener.at('connectionPool', 'http');
  const { text: protocol = '' } = listener.at('port', 'protocol');
  yield* connectionPool(listener.at('connectionPool'));
  if (http.isSet && !isHttp(protocol)) {
    yield broken(own.httpPool, http, `HTTP limits have no effect on a port for ${protocol === '' ? 'any protocol' : protocol}`, 'limit tcp, or write HTTP');
  }
}
