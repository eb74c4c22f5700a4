import { listed } from '../../listed';
import { destinationsOf } from '../../mesh/destinations';
import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { appliesToMesh } from '../../mesh/gateway-references';
import { serviceHost } from '../../mesh/hosts';
import { findHost } from '../../mesh/known-hosts';
import type { ObjectSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { namespacesWithService } from '../../mesh/services-by-name';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const shortHost = meshRule(
  'MESH030', 'warning', ['short-host', 'A short host refers to the namespace of the rule, but the only Service of that name is in another one.'], ['IST0101', 'IST0174'],
);

/** Short hosts that mean something else than they seem to. */
export const shortHostCheck = defineCheck({
  rules: [shortHost],
  kinds: ['networking.istio.io/VirtualService', 'networking.istio.io/DestinationRule'],
  reads: ['Service', 'networking.istio.io/ServiceEntry', 'flagger.app/Canary'],
  * judge(resource, { set }) {
    const short = hostsIn(resource).filter(({ text = '' }) => !text.includes('.') && !text.startsWith('*'));
    const { namespace } = resource;
    for (const { text: host = '', path } of short) {
      const others = namespacesWithService(set, host).filter(other => other !== namespace);
      if (others.length > 0 && !isKnown(set, resource, host)) {
        yield {
          rule: shortHost,
          path,
          message: `${host} resolves to ${serviceHost(set, host, namespace)}, which is not in the input; Service ${host} is in ${listed(others)}`,
          repair: `write ${serviceHost(set, host, others[0])} or move the rule to namespace ${others[0]} if that one is meant`,
        };
      }
    }
  },
});

function isKnown(set: ObjectSet, { namespace, spec }: Resource, host: string): boolean {
  return findHost(set, { namespace, exportTo: spec.at('exportTo').texts }, host) !== undefined
    || set.knows('Service', namespace, host) || isOfFlagger(set, serviceHost(set, host, namespace));
}

function hostsIn(resource: Resource): Field[] {
  if (resource.kind === 'networking.istio.io/DestinationRule') {
    return [resource.spec.at('host')];
  }
  const hosts = appliesToMesh(resource) ? resource.spec.at('hosts').items() : [];
  return [...hosts, ...destinationsOf(resource).map(({ host }) => host)];
}
