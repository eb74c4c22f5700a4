import { listed } from '../../listed';
import { destinationsOf } from '../../mesh/destinations';
import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { appliesToMesh } from '../../mesh/gateway-references';
import { serviceHost } from '../../mesh/hosts';
import { findHost } from '../../mesh/known-hosts';
import type { Resource } from '../../mesh/resource';
import { namespacesWithService } from '../../mesh/services-by-name';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const shortHost = meshRule(
  'MESH030', 'warning', ['short-host', 'A short host means a Service of the namespace of the rule, and the only one is in another.'], ['IST0101', 'IST0174'],
);

/** Short hosts that mean something else than they seem to. */
export const shortHostCheck = defineCheck({
  rules: [shortHost],
  kinds: ['networking.istio.io/VirtualService', 'networking.istio.io/DestinationRule'],
  reads: ['Service', 'networking.istio.io/ServiceEntry', 'flagger.app/Canary'],
  * judge(resource, { set }) {
    const { namespace, spec } = resource;
    const asker = { namespace, exportTo: spec.at('exportTo').texts };
    for (const { text: host = '', path } of hostsIn(resource)) {
      const others = host.includes('.') || host.startsWith('*') ? [] : namespacesWithService(set, host).filter(other => other !== namespace);
      const isKnown = (): boolean => findHost(set, asker, host) !== undefined
        || set.knows('Service', namespace, host) || isOfFlagger(set, serviceHost(set, host, namespace));
      if (others.length > 0 && !isKnown()) {
        yield {
          rule: shortHost,
          path,
          message: `${host} means ${serviceHost(set, host, namespace)}, which the input does not show; Service ${host} is in ${listed(others)}`,
          repair: `write ${serviceHost(set, host, others[0])} or put the rule into namespace ${others[0]}, if that one is meant`,
        };
      }
    }
  },
});

function hostsIn(resource: Resource): Field[] {
  if (resource.kind === 'networking.istio.io/DestinationRule') {
    return [resource.spec.at('host')];
  }
  const hosts = appliesToMesh(resource) ? resource.spec.at('hosts').items() : [];
  return [...hosts, ...destinationsOf(resource).map(({ place }) => place.at('host'))];
}
