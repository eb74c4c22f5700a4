import type { Field } from '../../mesh/field';
import { isHttp, isTls } from '../../mesh/protocols';
import { isPassedOn, tlsMode } from '../../mesh/tls-mode';
import { defineCheck, Judgement } from '../check';
import { broken } from './broken';
import { addressRules, ipAddress, isSocket, socketPath } from './primitives/addresses';
import { isDnsLabel, isText } from './primitives/host-names';
import { isKnownProtocol, isPort, portNumber, portRules } from './primitives/ports';
import { itemRules, nullItems, presentItems } from './primitives/present-items';
import { scopedHost, scopedHostRules } from './primitives/scoped-hosts';
import { serverTls, serverTlsRules } from './primitives/server-tls';
import { targetPortRules, unusedTargetPort } from './primitives/target-ports';
import { refusal, warning } from './webhook-rules';

const rules = {
  name: refusal('gateway-name', 'The name of a Gateway is not a DNS label, so no VirtualService can refer to it.'),
  servers: refusal('gateway-without-servers', 'A Gateway has no server.'),
  hosts: refusal('server-without-hosts', 'A server of a Gateway has no host.'),
  port: refusal('server-without-port', 'A server of a Gateway has no port.'),
  protocol: refusal('server-protocol', 'The port of a server has no protocol, or one that Istio does not know.'),
  portName: refusal('server-port-without-name', 'The port of a server has no name.'),
  sameName: refusal('server-port-name-twice', 'Two servers of a Gateway have the same port name.'),
  socketPort: refusal('socket-with-port-number', 'A server listens on a Unix domain socket, but has a port number.'),
  noTls: refusal('tls-port-without-tls', 'An HTTPS or TLS port has no tls settings.'),
  plainTls: refusal('plain-port-with-tls', 'A port that is neither HTTPS nor TLS has tls settings.'),
  redirect: warning('redirect-without-http', 'An httpsRedirect is set on a port that is not HTTP.'),
};

/** What the webhook says of a Gateway. */
export const gateway = defineCheck({
  rules: [...new Set([
    ...Object.values(rules), ...Object.values(scopedHostRules), ...Object.values(serverTlsRules), addressRules.ip,
    addressRules.socket, portRules.number, itemRules.null, targetPortRules.unused,
  ])],
  analyzer: 'schema.ValidationAnalyzer.Gateway',
  kinds: ['networking.istio.io/Gateway'],
  everyDocument: true,
  * judge({ root, spec, name, annotations }) {
    const isConverted = annotations['internal.istio.io/gateway-semantics'] === 'gateway';
    const servers = spec.at('servers');
    if (!isDnsLabel(name) && !isConverted) {
      yield broken(rules.name, root.at('metadata', 'name'), `"${name}" is not a DNS label`, 'write at most 63 letters, digits and hyphens');
    }
    if (!servers.isFilled) {
      yield broken(rules.servers, servers, 'the Gateway has no server', 'add one');
    }
    yield* nullItems(servers);
    const names = new Set<string>();
    for (const server of presentItems(servers)) {
      yield* judgeServer(server, isConverted);
      yield* sameName(server.at('port'), names);
    }
  },
});

function* judgeServer(server: Field, isConverted: boolean): Judgement {
  const hosts = server.at('hosts');
  if (!hosts.isFilled) {
    yield broken(rules.hosts, hosts, 'the server has no host', 'name its hosts, or write *');
  }
  for (const host of hosts.items()) {
    yield* scopedHost(host, { isGateway: true, isConverted });
  }
  const { text: bind = '' } = server.at('bind');
  const problems = [...judgePort(server.at('port'), bind)];
  yield* problems;
  yield* judgeBind(server, bind);
  yield* server.at('tls').isSet ? serverTls(server.at('tls')) : [];
  if (problems.length === 0) {
    yield* tlsOfPort(server);
  }
  yield* redirectOfPort(server);
}

function* judgePort(port: Field, bind: string): Judgement {
  if (!port.isSet) {
    yield broken(rules.port, port, 'the server has no port', 'add number, name and protocol');
    return;
  }
  const { text: protocol = '' } = port.at('protocol');
  if (isText(port.at('protocol')) && !isKnownProtocol(protocol)) {
    const message = protocol === '' ? 'the port has no protocol' : `unknown protocol "${protocol}"`;
    yield broken(rules.protocol, port.at('protocol'), message, 'write HTTP, HTTPS, TLS, TCP, GRPC, HTTP2, MONGO, REDIS or MYSQL');
  }
  if (!isSocket(bind) || !isZero(port.at('number'))) {
    yield* portNumber(port.at('number'));
  }
  yield* unusedTargetPort(port);
  if (!port.at('name').isFilled) {
    yield broken(rules.portName, port.at('name'), 'the port has no name', 'name it');
  }
}

function* judgeBind(server: Field, bind: string): Judgement {
  const number = server.at('port', 'number');
  if (!isSocket(bind)) {
    yield* bind === '' ? [] : ipAddress(server.at('bind'));
    return;
  }
  yield* socketPath(server.at('bind'));
  if (!isZero(number) && isPort(number.number ?? 0)) {
    yield broken(rules.socketPort, number, `the server listens on ${bind}, not on a port`, 'write the number 0');
  }
}

function* tlsOfPort(server: Field): Judgement {
  const [tls, protocol] = [server.at('tls'), server.at('port', 'protocol')];
  const { text } = protocol;
  // Of what is no text the schema speaks.
  if (text === undefined) {
    return;
  }
  if (isTls(text) && !tls.isSet) {
    yield broken(rules.noTls, server, `${text} needs tls, but it is missing`, 'add tls, or write HTTP or TCP');
  } else if (!isTls(text) && tls.isSet && !(isHttp(text) && isRedirectAlone(tls))) {
    yield broken(rules.plainTls, tls, `${text} is not encrypted, so tls does not apply`, 'write HTTPS or TLS, or remove tls');
  }
}

function* redirectOfPort(server: Field): Judgement {
  const redirect = server.at('tls', 'httpsRedirect');
  const { text = '' } = server.at('port', 'protocol');
  if (text !== '' && redirect.value === true && !isHttp(text)) {
    yield broken(rules.redirect, redirect, `${text} has no requests that could be redirected`, 'remove it, or put it on the HTTP server');
  }
}

/** A plain server may say that it redirects to HTTPS, and nothing more. */
function isRedirectAlone(tls: Field): boolean {
  const mode = tlsMode(tls);
  return (mode === undefined || isPassedOn(mode)) && !['caCertificates', 'privateKey', 'serverCertificate'].some(key => tls.at(key).isFilled);
}

function* sameName(port: Field, names: Set<string>): Judgement {
  const { text = '' } = port.at('name');
  if (!port.isSet || text === '') {
    return;
  }
  if (names.has(text)) {
    yield broken(rules.sameName, port.at('name'), `another server also names its port "${text}"`, 'give each port a different name');
  }
  names.add(text);
}

function isZero({ number = 0 }: Field): boolean {
  return number === 0;
}
