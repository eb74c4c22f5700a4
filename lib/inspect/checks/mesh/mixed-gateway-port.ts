import { byAge, olderOf } from '../../mesh/age';
import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { podsSelected } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const mixedGatewayPort = meshRule('MESH069', 'warning', ['mixed-gateway-port', 'Servers with TLS and without share a port of the same gateway, which drops some of them.']);

/** Servers that a gateway drops, since its port is taken by another protocol. */
export const mixedGatewayPortCheck = defineCheck({
  rules: [mixedGatewayPort],
  kinds: [ISTIO_GATEWAY],
  reads: WORKLOAD_KINDS,
  * judge(gateway, { set }) {
    for (const server of serversOf(set, gateway).filter(({ hasTls }) => hasTls)) {
      const plain = firstOf(server.keys.map(key => plainServers(set).get(key)));
      if (plain !== undefined) {
        yield {
          rule: mixedGatewayPort,
          path: server.place.at('port', 'protocol').path,
          message: `port ${server.place.at('port', 'number').number} of these pods serves ${plain.place.at('port', 'protocol').text} by Gateway ${plain.gateway.fullName}, and ${heardOf(gateway, plain.gateway)} alone is served`,
          repair: 'give one of them another port',
        };
      }
    }
  },
});

/** Which of two Gateways holds the port; within one it is the server that comes first. */
function heardOf(gateway: Resource, other: Resource): string {
  const older = olderOf(gateway, other);
  return gateway === other ? 'the first of the two' : older === undefined ? 'the older of the two' : `${older.fullName}, the older of the two,`;
}

interface Server {
  readonly gateway: Resource;
  readonly place: Field;
  /** The port and the address, at each of the pods. */
  readonly keys: readonly string[];
  readonly hasTls: boolean;
}

/** The server of the oldest Gateway. */
function firstOf(servers: ReadonlyArray<Server | undefined>): Server | undefined {
  return servers.filter(server => server !== undefined).sort((one, other) => byAge(one.gateway, other.gateway)).at(0);
}

const plainServers = perSet(set => {
  const plain = set.of(ISTIO_GATEWAY).flatMap(gateway => serversOf(set, gateway)).filter(({ hasTls }) => !hasTls);
  const first = new Map<string, Server>();
  for (const server of plain.sort((one, other) => byAge(one.gateway, other.gateway))) {
    server.keys.filter(key => !first.has(key)).forEach(key => first.set(key, server));
  }
  return first;
});

const WITH_TLS = new Set(['HTTPS', 'TLS']);
const WITHOUT = new Set(['HTTP', 'HTTP2', 'GRPC']);

function serversOf(set: ObjectSet, gateway: Resource): Server[] {
  const pods = podsOfGateway(set, gateway);
  return gateway.spec.at('servers').items().flatMap(place => {
    const protocol = (place.at('port', 'protocol').text ?? '').toUpperCase();
    const bind = place.at('bind').text ?? '';
    const keys = pods.map(pod => `${pod} ${bind === '' ? EVERYWHERE : bind} ${place.at('port', 'number').number}`);
    return WITH_TLS.has(protocol) || WITHOUT.has(protocol) ? [{ gateway, place, keys, hasTls: WITH_TLS.has(protocol) }] : [];
  });
}

const EVERYWHERE = '0.0.0.0';

/** The pods that a Gateway selects, those with the same labels once; where it selects all, or none that is shown, the selector stands for them. */
function podsOfGateway(set: ObjectSet, { spec }: Resource): readonly string[] {
  const selector = spec.at('selector').textMap;
  return podsByLabels(set, selectorText(selector), () => {
    const pods = (Object.keys(selector).length === 0 ? [] : podsSelected(set, selector)).map(({ namespace, labels }) => `${namespace}/${selectorText(labels)}`);
    return pods.length === 0 ? [selectorText(selector)] : [...new Set(pods)];
  });
}

const podsByLabels = perKey<readonly string[]>();
