import { groupBy } from '../../group-by';
import { byAge, olderOf } from '../../mesh/age';
import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const mixedGatewayPort = meshRule('MESH069', 'warning', ['mixed-gateway-port', 'Servers with TLS and without share a port of the same gateway, which drops some of them.']);

/** Servers that a gateway drops, since its port is taken by another protocol. */
export const mixedGatewayPortCheck = defineCheck({
  rules: [mixedGatewayPort],
  kinds: [ISTIO_GATEWAY],
  * judge(gateway, { set }) {
    for (const server of serversOf(gateway).filter(({ hasTls }) => hasTls)) {
      const plain = plainServers(set).get(server.key);
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
  /** The pods, the address and the port. */
  readonly key: string;
  readonly hasTls: boolean;
}

const plainServers = perSet(set => {
  const plain = set.of(ISTIO_GATEWAY).flatMap(serversOf).filter(({ hasTls }) => !hasTls);
  const oldestFirst = plain.sort((one, other) => byAge(one.gateway, other.gateway));
  return new Map([...groupBy(oldestFirst, ({ key }) => key)].map(([key, [first]]) => [key, first]));
});

const WITH_TLS = new Set(['HTTPS', 'TLS']);
const WITHOUT = new Set(['HTTP', 'HTTP2', 'GRPC']);

function serversOf(gateway: Resource): Server[] {
  const pods = selectorText(gateway.spec.at('selector').textMap);
  return gateway.spec.at('servers').items().flatMap(place => {
    const protocol = (place.at('port', 'protocol').text ?? '').toUpperCase();
    const key = `${pods} ${place.at('bind').text ?? ''} ${place.at('port', 'number').number}`;
    return WITH_TLS.has(protocol) || WITHOUT.has(protocol) ? [{ gateway, place, key, hasTls: WITH_TLS.has(protocol) }] : [];
  });
}
