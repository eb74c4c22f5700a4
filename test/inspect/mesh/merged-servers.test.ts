import { mergedServers } from '../../../lib/inspect/mesh/merged-servers';
import { kube } from '../../support/kube';
import { objectSet } from '../../support/object-set';

/** What becomes of servers on one port: each as its protocol, with its address or host behind it. */
const fates = (...servers: string[]): string[] => fatesIn('1.28', servers);

function fatesIn(release: string, servers: readonly string[]): string[] {
  const texts = servers.map((server, index) => {
    const [protocol, bind = '', host = `${index}.com`] = server.split(' ');
    const tls = /S/.test(protocol) ? ', tls: {mode: SIMPLE}' : '';
    return `{port: {number: 443, protocol: ${protocol}}, bind: "${bind}", hosts: ["${host}"]${tls}}`;
  });
  const [gateway] = objectSet(kube('IstioGateway edge/shop', `{servers: [${texts.join(', ')}]}`)).of('networking.istio.io/Gateway');
  return mergedServers(gateway, release).map(({ conflict = 'kept', rival }) => `${conflict}${rival === undefined ? '' : ` by ${rival.place.key}`}`);
}

// As `mergeGateways` of pilot/pkg/model/gateway.go does since 1.28.1.
test.each([
  [['HTTP', 'HTTP'], ['kept', 'kept']],
  [['HTTP', 'GRPC'], ['kept', 'kept']],
  [['HTTP', 'HTTPS'], ['kept', 'port by 0']],
  [['HTTP', 'TCP'], ['kept', 'port by 0']],
  [['TCP', 'HTTP'], ['kept', 'port by 0']],
  [['TCP', 'HTTPS'], ['kept', 'port by 0']],
  [['TCP', 'TCP'], ['kept', 'port by 0']],
  [['HTTPS', 'HTTP'], ['kept', 'kept']],
  [['HTTPS', 'TCP'], ['kept', 'kept']],
  [['HTTPS', 'HTTPS'], ['kept', 'kept']],
  [['HTTPS', 'HTTPS', 'HTTP'], ['kept', 'kept', 'kept']],
  [['HTTPS', 'HTTP', 'HTTP'], ['kept', 'kept', 'kept']],
  [['HTTPS', 'HTTP', 'HTTPS'], ['kept', 'kept', 'port by 1']],
  [['HTTPS', 'HTTP', 'TCP'], ['kept', 'kept', 'port by 1']],
  [['HTTPS', 'TCP', 'HTTP'], ['kept', 'kept', 'port by 1']],
  [['HTTP', 'HTTPS 10.0.0.1'], ['kept', 'kept']],
  [['HTTP', 'HTTPS 10.0.0.1', 'HTTP 10.0.0.1', 'HTTPS 10.0.0.1'], ['kept', 'kept', 'kept', 'port by 2']],
  [['HTTP', 'TCP 10.0.0.1', 'HTTPS'], ['kept', 'kept', 'kept']],
  [['TCP 10.0.0.1', 'TCP 10.0.0.2', 'TCP 10.0.0.1', 'TCP 10.0.0.2'], ['kept', 'kept', 'kept', 'port by 1']],
])('of %j become %j', (servers, expected) => {
  expect(fates(...servers)).toEqual(expected);
});

// As it did up to 1.28.0: a server without TLS is dropped behind two with TLS, and one behind TLS is in nobody's way.
test.each([
  [['HTTP', 'HTTP'], ['kept', 'kept']],
  [['HTTP', 'HTTPS'], ['kept', 'port by 0']],
  [['TCP', 'TCP'], ['kept', 'port by 0']],
  [['HTTPS', 'HTTP'], ['kept', 'kept']],
  [['HTTPS', 'HTTPS', 'HTTP'], ['kept', 'kept', 'behindTls by 1']],
  [['HTTPS', 'HTTPS', 'TCP'], ['kept', 'kept', 'behindTls by 1']],
  [['HTTPS', 'HTTP', 'HTTP'], ['kept', 'kept', 'behindTls by 1']],
  [['HTTPS', 'HTTP', 'HTTPS'], ['kept', 'kept', 'kept']],
  [['HTTPS', 'HTTP', 'TCP'], ['kept', 'kept', 'behindTls by 1']],
  [['HTTPS 10.0.0.1', 'HTTPS 10.0.0.2', 'HTTP 10.0.0.3'], ['kept', 'kept', 'kept']],
  [['HTTPS 10.0.0.1', 'HTTPS 10.0.0.2', 'HTTP 10.0.0.2'], ['kept', 'kept', 'behindTls by 1']],
  [['HTTP', 'HTTP 10.0.0.1', 'HTTPS 10.0.0.1', 'HTTPS'], ['kept', 'kept', 'kept', 'port by 0']],
])('before 1.28.1 of %j become %j', (servers, expected) => {
  expect(fatesIn('1.27', servers)).toEqual(expected);
});

test('a host belongs to one server with TLS, and a name that is decrypted for two namespaces is refused', () => {
  expect(fates('HTTPS  a.com', 'HTTPS  a.com', 'HTTPS  pay/a.com', 'HTTPS 10.0.0.1 a.com')).toEqual(['kept', 'host by 0', 'name by 0', 'kept']);
});
