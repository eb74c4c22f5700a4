import { listed } from '../../listed';
import { Destination, destinationsOf } from '../../mesh/destinations';
import type { Field } from '../../mesh/field';
import { appliesToMesh } from '../../mesh/gateway-references';
import { findHost, KnownHost } from '../../mesh/known-hosts';
import type { ObjectSet } from '../../mesh/object-set';
import { portNumber, NO_NUMBER } from '../../mesh/port-number';
import type { Resource } from '../../mesh/resource';
import { protocolOf } from '../../mesh/service-protocols';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const listenerPort = meshRule('MESH061', 'warning', ['listener-port', 'Requests to a port of the host go to the same port of a destination that does not have it.']);

/** Destinations without a port, of which a sidecar takes the port that was called. */
export const listenerPortCheck = defineCheck({
  rules: [listenerPort],
  kinds: ['networking.istio.io/VirtualService'],
  reads: ['Service', 'networking.istio.io/ServiceEntry'],
  * judge(virtualService, { set }) {
    const { spec, namespace } = virtualService;
    const asker = { namespace, exportTo: spec.at('exportTo').texts };
    const open = appliesToMesh(virtualService) ? destinationsOf(virtualService).filter(isPortless) : [];
    const called = open.length > 0 ? calledPorts(set, virtualService) : [];
    for (const { entry, host } of open) {
      const ports = portsOf(findHost(set, asker, host.text ?? ''));
      const missing = ports.length === 1 && ports[0] !== NO_NUMBER ? matchedPorts(entry, called).filter(port => !ports.includes(port)) : [];
      if (missing.length > 0) {
        yield {
          rule: listenerPort,
          path: host.path,
          message: `requests to port ${listed(missing)} go to the same port of ${host.text}, which has only ${ports[0]}, and fail with 503`,
          repair: `add port: {number: ${ports[0]}}`,
        };
      }
    }
  },
});

function portsOf(known: KnownHost | undefined): readonly number[] {
  return known?.ports ?? [];
}

function isPortless({ place, protocol, isMirror }: Destination): boolean {
  return protocol === 'http' && !isMirror && !place.at('port').isSet;
}

/** The ports at which clients call the hosts with HTTP. */
function calledPorts(set: ObjectSet, { spec, namespace }: Resource): number[] {
  const asker = { namespace, exportTo: spec.at('exportTo').texts };
  const providers = spec.at('hosts').texts.map(host => findHost(set, asker, host)?.provider).filter(provider => provider !== undefined);
  return [...new Set(providers.flatMap(httpPorts))];
}

/** The ports of a Service, or of a ServiceEntry, that speak HTTP. */
function httpPorts({ kind, spec }: Resource): number[] {
  const ports = spec.at('ports').items();
  const numbers = kind === 'Service' ? ports.filter(isHttp).map(port => portNumber(port.at('port')))
    : ports.filter(port => HTTP.has(port.at('protocol').text?.toLowerCase() ?? '')).map(port => portNumber(port.at('number')));
  return numbers.filter(number => number !== undefined);
}

const HTTP = new Set(['http', 'http2', 'grpc', 'grpc-web', 'http_proxy']);

function isHttp(port: Field): boolean {
  const protocol = protocolOf(port);
  return protocol === undefined || HTTP.has(protocol);
}

/** The ports that the matches of an entry leave. */
function matchedPorts(entry: Field, called: readonly number[]): readonly number[] {
  const matched = entry.at('match').items().map(match => match.at('port').number);
  return matched.length === 0 || matched.includes(undefined) ? called : called.filter(port => matched.includes(port));
}
