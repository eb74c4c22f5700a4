import type { Field } from '../../mesh/field';
import { findHost } from '../../mesh/known-hosts';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { portNumber } from '../../mesh/port-number';
import { isHttp, isTls } from '../../mesh/protocols';
import { PROXIED_KINDS, proxiedHosts } from '../../mesh/proxied-hosts';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const doubleTls = meshRule('MESH108', 'warning', ['double-tls', 'A DestinationRule encrypts what applications have encrypted themselves.']);

const SERVICE_ENTRY = 'networking.istio.io/ServiceEntry';

/** TLS within TLS: a port to which applications speak TLS, for which proxies originate it once more. */
export const doubleTlsCheck = defineCheck({
  rules: [doubleTls],
  kinds: ['networking.istio.io/DestinationRule'],
  fields: ['tls'],
  reads: [SERVICE_ENTRY, ...PROXIED_KINDS, ...MESH_CONFIG_KINDS],
  * judge({ spec, namespace }, { set }) {
    const policy = spec.at('trafficPolicy');
    const known = findHost(set, { namespace, exportTo: spec.at('exportTo').texts }, spec.at('host').text ?? '');
    if (known?.provider.kind !== SERVICE_ENTRY || proxiedHosts(set).meets(known.host)) {
      return;
    }
    for (const port of known.provider.spec.at('ports').items().filter(one => isTls(protocolOf(one)))) {
      const mode = modeAt(policy, port, known.provider.spec);
      if (ORIGINATING.has(mode?.text ?? '')) {
        yield {
          rule: doubleTls,
          path: mode!.path,
          message: `port ${portNumber(port.at('number')) ?? ''} of ${known.host} is ${protocolOf(port)}, to which applications speak TLS, and ${mode!.text} encrypts it once more`,
          repair: 'remove tls where applications call https://, or write protocol: HTTP in the ServiceEntry where they call http://',
        };
        return;
      }
    }
  },
});

const ORIGINATING = new Set(['SIMPLE', 'MUTUAL']);

/** The mode that holds for a port. What is said of this port alone, beside one of HTTP, may be for requests that a route leads there. */
function modeAt(policy: Field, port: Field, entry: Field): Field | undefined {
  const number = portNumber(port.at('number'));
  const setting = policy.at('portLevelSettings').items().find(one => portNumber(one.at('port', 'number')) === number && one.at('tls').isSet);
  if (setting === undefined) {
    return policy.at('tls', 'mode');
  }
  return entry.at('ports').items().some(one => isHttp(protocolOf(one))) ? undefined : setting.at('tls', 'mode');
}

function protocolOf(port: Field): string {
  return (port.at('protocol').text ?? '').toUpperCase();
}
