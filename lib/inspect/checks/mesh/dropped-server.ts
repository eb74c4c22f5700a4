import { isDeepStrictEqual } from 'node:util';
import { listed } from '../../listed';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { calledName, GatewayServer, isTlsBehindHttp, serverName } from '../../mesh/gateway-servers';
import { MergedServer, mergedServers } from '../../mesh/merged-servers';
import { oncePer } from '../../once-per';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const droppedServer = meshRule(
  'MESH101', 'error', ['dropped-server', 'A server of a Gateway is dropped or rejected, since an earlier one of the same Gateway uses its host or port.'],
);

/**
 * Servers of a Gateway that istiod or Envoy does not take beside one that comes before them. Of those of other Gateways IST0145 speaks, and of
 * plain ones beside TLS MESH069.
 */
export const droppedServerCheck = defineCheck({
  rules: [droppedServer],
  kinds: [ISTIO_GATEWAY],
  * judge(gateway, { istioRelease }) {
    for (const { conflict, server, rival, taken } of mergedServers(gateway, istioRelease)) {
      yield* conflict === undefined || conflict === 'behindTls' ? [] : SAID[conflict](server, rival!, taken);
    }
  },
});

type Said = (server: GatewayServer, rival: GatewayServer, taken: MergedServer['taken']) => Judgement;

const SAID: Readonly<Record<'host' | 'port' | 'name', Said>> = { host: sameHost, port: takenPort, name: sameName };

/** The settings for TLS are those of the one that is taken; where these are the same and no other host is lost, nobody misses the server. */
function* sameHost(server: GatewayServer, rival: GatewayServer, taken: MergedServer['taken']): Judgement {
  const others = server.hosts.filter(host => !taken.has(host));
  if (others.length > 0 || [...taken.values()].some(one => !isSame(one, server))) {
    yield {
      rule: droppedServer,
      path: server.place.at('hosts').path,
      message: `${serverName(rival)} has ${listed([...taken.keys()])} on port ${server.number} already, so istiod drops this server${others.length === 0 ? ' and its settings' : `, with ${listed(others)}`}`,
      repair: 'name each host of a port in one server',
    };
  }
}

function isSame(one: GatewayServer, other: GatewayServer): boolean {
  return one.protocol === other.protocol && isDeepStrictEqual(one.tls.value, other.tls.value);
}

/** Where both serve the same, nobody misses the one that is dropped. */
function* takenPort(server: GatewayServer, rival: GatewayServer): Judgement {
  const served = hostsOf(rival);
  const isMissed = rival.protocol !== server.protocol || (!served.has('*') && server.hosts.some(host => !served.has(host)));
  if (isMissed && !isTlsBehindHttp(rival, server)) {
    yield {
      rule: droppedServer,
      path: server.place.at('port').path,
      message: `${serverName(rival)} uses port ${server.number} for ${rival.protocol}, so istiod drops this server: without TLS, only HTTP servers can share a port`,
      repair: rival.protocol === server.protocol ? 'give it another port, or its hosts to that server' : 'give it another port',
    };
  }
}

const hostsOf = oncePer(({ hosts }: GatewayServer): ReadonlySet<string> => new Set(hosts));

/** A host of one namespace and that of another are two for istiod; Envoy chooses by the name alone. */
function* sameName(server: GatewayServer, rival: GatewayServer, taken: MergedServer['taken']): Judgement {
  yield {
    rule: droppedServer,
    path: server.place.at('hosts').path,
    message: `${serverName(rival)} has ${listed([...taken.keys()].map(calledName))} on port ${server.number} too, for other namespaces: callers send the same name to both, and Envoy rejects the whole port`,
    repair: 'put both hosts in one server',
  };
}
