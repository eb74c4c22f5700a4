import { groupBy } from '../../group-by';
import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { HostIndex } from '../../mesh/host-index';
import { fullHost, scopesOf } from '../../mesh/hosts';
import { DESTINATION_RULE } from '../../mesh/istio-kinds';
import { perSet } from '../../mesh/object-set';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const hiddenWildcardRule = meshRule('MESH091', 'info', ['hidden-wildcard-rule', 'A DestinationRule for one host hides the settings of a wildcard DestinationRule.']);

/** Settings of a DestinationRule for many hosts that one of them does not get, since it has a rule of its own. */
export const hiddenWildcardRuleCheck = defineCheck({
  rules: [hiddenWildcardRule],
  kinds: [DESTINATION_RULE],
  * judge({ spec, namespace }, { set }) {
    const many = wildcards(set).get(namespace);
    if (many === undefined) {
      return;
    }
    const host = fullHost(set, spec.at('host').text ?? '', namespace);
    const isForAll = !spec.at('workloadSelector').isFilled && scopesOf(spec.at('exportTo').texts, namespace).includes('*');
    const wide = host.startsWith('*') || !isForAll ? undefined : many.covered(host)[0];
    const lost = wide === undefined ? [] : settingsOf(wide.resource.spec).filter(key => !spec.at('trafficPolicy', key).isSet);
    if (wide !== undefined && lost.length > 0) {
      yield {
        rule: hiddenWildcardRule,
        path: spec.at('host').path,
        message: `DestinationRule ${wide.resource.fullName} for ${wide.host} does not apply to this host, so its ${listed(lost, 5)} is lost`,
        repair: 'repeat here the settings you want to keep',
      };
    }
  },
});

/** The rules for many hosts, by namespace, one of each, the narrowest first: of two it alone would hold. */
const wildcards = perSet(set => {
  const wide = set.of(DESTINATION_RULE).map(resource => ({ resource, host: resource.spec.at('host').text ?? '' }))
    .filter(({ host, resource: { spec } }) => host.startsWith('*') && !spec.at('workloadSelector').isFilled)
    .sort((one, other) => other.host.length - one.host.length);
  const groups = groupBy(wide, ({ resource }) => resource.namespace);
  return new Map([...groups].map(([namespace, group]) => (
    [namespace, new HostIndex([...groupBy(group, ({ host }) => host)].map(([host, [first]]) => [host, first] as const))]
  )));
});

/** What a rule says of all its hosts; mutual TLS of the mesh is what clients do anyway. */
function settingsOf(spec: Field): string[] {
  return spec.at('trafficPolicy').entries()
    .filter(([key, value]) => value.isFilled && !(key === 'tls' && value.at('mode').text === 'ISTIO_MUTUAL')).map(([key]) => key);
}
