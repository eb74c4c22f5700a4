import type { Field } from '../../mesh/field';
import { SERVICE_ENTRY } from '../../mesh/istio-kinds';
import { findHost } from '../../mesh/known-hosts';
import { isLeftToZtunnel, ZTUNNEL_KINDS } from '../../mesh/left-to-ztunnel';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { portNumber, portWords } from '../../mesh/port-number';
import { isHttp, isTls } from '../../mesh/protocols';
import { PROXIED_KINDS, proxiedHosts } from '../../mesh/proxied-hosts';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const doubleTls = meshRule('MESH108', 'warning', ['double-tls', 'A DestinationRule adds TLS to connections that the application already encrypts.']);

/** TLS within TLS: a port to which applications speak TLS, for which proxies originate it once more. */
export const doubleTlsCheck = defineCheck({
  rules: [doubleTls],
  kinds: ['networking.istio.io/DestinationRule'],
  fields: ['tls'],
  reads: [SERVICE_ENTRY, ...PROXIED_KINDS, ...MESH_CONFIG_KINDS, ...ZTUNNEL_KINDS],
  * judge(destinationRule, { set }) {
    const { spec, namespace } = destinationRule;
    const known = findHost(set, { namespace, exportTo: spec.at('exportTo').texts }, spec.at('host').text ?? '');
    if (known?.provider.kind !== SERVICE_ENTRY || proxiedHosts(set).meets(known.host) || isLeftToZtunnel(set, destinationRule, [known.provider])) {
      return;
    }
    const modeOf = modes(spec.at('trafficPolicy'), known.provider.spec.at('ports').items());
    const ports = known.provider.spec.at('ports').items().filter(port => isTls(protocolOf(port)));
    const port = ports.find(one => ORIGINATING.has(modeOf(one)?.text ?? ''));
    if (port !== undefined) {
      yield twice(known.host, port, modeOf(port)!);
    }
  },
});

function twice(host: string, port: Field, { path, text }: Field): Problem {
  const protocol = protocolOf(port);
  return {
    rule: doubleTls,
    path,
    message: `${portWords(port, 'number')} of ${host} is ${protocol}, so applications already use TLS, and ${text} encrypts it again`,
    repair: `remove tls if applications use TLS themselves, or write protocol: ${protocol === 'HTTPS' ? 'HTTP' : 'TCP'} in the ServiceEntry if they do not`,
  };
}

const ORIGINATING = new Set(['SIMPLE', 'MUTUAL']);

/** The mode that holds for a port. What is said of one port alone, beside one of HTTP, may be for requests that a route leads there. */
function modes(policy: Field, ports: readonly Field[]): (port: Field) => Field | undefined {
  const settings = policy.at('portLevelSettings').items().filter(one => one.at('tls').isSet);
  // Of two for a port the first counts.
  const own = new Map(settings.reverse().map(one => [portNumber(one.at('port', 'number')), one.at('tls', 'mode')]));
  const hasHttp = ports.some(port => isHttp(protocolOf(port)));
  return port => {
    const mode = own.get(portNumber(port.at('number')));
    return mode === undefined ? policy.at('tls', 'mode') : hasHttp ? undefined : mode;
  };
}

function protocolOf(port: Field): string {
  return (port.at('protocol').text ?? '').toUpperCase();
}
