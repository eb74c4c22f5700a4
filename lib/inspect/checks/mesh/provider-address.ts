import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { KnownHost, knownHosts } from '../../mesh/known-hosts';
import { MESH_CONFIG_KINDS, meshConfigIn, rootNamespace } from '../../mesh/mesh-config';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { NO_NUMBER } from '../../mesh/port-number';
import { defineCheck, Judgement } from '../check';
import { missingHost } from '../istio/destination-host';
import { meshRule } from './mesh-rule';

const providerAddress = meshRule(
  'MESH098', 'error', ['provider-address', 'A provider in the mesh config has a host or port that does not exist, so its data is lost.'],
);

/** Where proxies find collectors and authorizers. */
export const providerAddressCheck = defineCheck({
  rules: [providerAddress],
  kinds: MESH_CONFIG_KINDS,
  reads: ['Service', 'networking.istio.io/ServiceEntry'],
  * judge(resource, { set }) {
    for (const provider of meshConfigIn(resource)?.config.at('extensionProviders').items() ?? []) {
      for (const [, settings] of provider.entries().filter(([key]) => key !== 'name')) {
        yield* judgeAddress(set, settings);
      }
    }
  },
});

function* judgeAddress(set: ObjectSet, settings: Field): Judgement {
  const [service, port] = [settings.at('service'), settings.at('port')];
  if (!service.isFilled || service.text === undefined) {
    return;
  }
  // A namespace may stand in front of it.
  const host = service.text.replace(/^[^/]*\//, '');
  const known = hosts(set).get(host);
  if (known === undefined) {
    yield* judgeHost(set, service, host);
  } else if (port.number !== undefined && !known.ports.includes(port.number) && !known.ports.includes(NO_NUMBER)) {
    yield {
      rule: providerAddress,
      path: port.path,
      message: `${host} has no port ${port.number}, ${known.ports.length === 0 ? 'nor any other' : `but ${listed(known.ports, 10)}`}`,
      repair: 'name a port of the Service, not one of its pods',
    };
  }
}

/** Istio looks a provider up by the full name, as it is written. */
function* judgeHost(set: ObjectSet, service: Field, host: string): Judgement {
  const asker = { namespace: rootNamespace(set), exportTo: [] };
  const missing = missingHost(set, asker, host);
  if (missing === undefined) {
    return;
  }
  if (!host.includes('.')) {
    yield {
      rule: providerAddress,
      path: service.path,
      message: `Istio looks up ${host} as a full host name, without adding a namespace, and finds none`,
      repair: `write the full host, such as ${host}.observability.svc.cluster.local`,
    };
  } else if ('namespace' in missing) {
    yield { undecided: providerAddress, unknown: missing.namespace };
  } else {
    yield { rule: providerAddress, path: service.path, ...missing };
  }
}

/** Whoever sees a Service, Istio itself knows it. */
const hosts = perSet((set): ReadonlyMap<string, KnownHost> => new Map([...knownHosts(set).byScope.values()].flatMap(scope => [...scope])));
