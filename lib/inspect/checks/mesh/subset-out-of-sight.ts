import { appliedRules } from '../../mesh/applied-rules';
import { destinationsOf } from '../../mesh/destinations';
import { isOfFlagger } from '../../mesh/flagger-services';
import { appliesToMesh } from '../../mesh/gateway-references';
import { fullHost, serviceNamed } from '../../mesh/hosts';
import { findHost } from '../../mesh/known-hosts';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import type { ObjectSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { subsetsOf } from '../../mesh/subsets';
import { defineCheck } from '../check';
import { isDefined } from '../istio/destination-subset';
import { meshRule } from './mesh-rule';

const subsetOutOfSight = meshRule(
  'MESH011', 'error', ['subset-out-of-sight', 'A subset is defined, but by no DestinationRule that applies to the clients of the VirtualService.'],
);

/** Subsets that exist, and that those who are sent there do not know. What nobody defines is a matter of IST0101. */
export const subsetOutOfSightCheck = defineCheck({
  rules: [subsetOutOfSight],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['subset'],
  reads: ['networking.istio.io/DestinationRule', 'networking.istio.io/ServiceEntry', 'Service', 'flagger.app/Canary', ...MESH_CONFIG_KINDS],
  * judge(virtualService, { set }) {
    for (const destination of isForSidecarsAlone(virtualService) ? destinationsOf(virtualService) : []) {
      const { text: subset = '' } = destination.subset;
      const host = fullHost(set, destination.host.text ?? '', virtualService.namespace);
      const rules = subset === '' || isOfFlagger(set, host) ? undefined : rulesFor(set, virtualService, host);
      if (rules !== undefined && !rules.some(rule => subsetsOf(rule).includes(subset)) && isDefined(set, host, subset)) {
        yield {
          rule: subsetOutOfSight,
          path: destination.subset.path,
          message: `the subset ${subset} of ${host} is not defined for clients in ${virtualService.namespace}: ${reasonFor(rules)}`,
          repair: 'define the subset in a DestinationRule for exactly this host, in the namespace of the host or of its clients, and export it to them',
        };
      }
    }
  },
});

function reasonFor([rule]: readonly Resource[]): string {
  return rule === undefined ? 'the DestinationRule that defines it does not apply to them' : `DestinationRule ${rule.fullName} applies to them, but does not define it`;
}

/** The pods of a gateway may be in any namespace, and look from there. */
function isForSidecarsAlone(virtualService: Resource): boolean {
  return appliesToMesh(virtualService) && virtualService.spec.at('gateways').texts.every(gateway => gateway === 'mesh');
}

function rulesFor(set: ObjectSet, { spec, namespace }: Resource, host: string): readonly Resource[] {
  const provider = findHost(set, { namespace, exportTo: spec.at('exportTo').texts }, host)?.provider;
  return [...appliedRules(set, host, [namespace, provider?.namespace ?? serviceNamed(set, host, namespace).namespace])];
}
