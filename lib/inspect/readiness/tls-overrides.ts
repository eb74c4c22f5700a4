import { isApplied } from '../mesh/applied-rules';
import type { Field } from '../mesh/field';
import { HostIndex } from '../mesh/host-index';
import { serviceHost } from '../mesh/hosts';
import { ObjectSet, perSet } from '../mesh/object-set';
import type { Resource } from '../mesh/resource';
import { hostOfRule } from '../mesh/subsets';
import { obstacle, Reason } from './reason';

/** DestinationRules by which callers of the mesh come to a Service without its TLS. */
export function tlsOverrides(set: ObjectSet, service: Resource): readonly Reason[] {
  const host = serviceHost(set, service.name, service.namespace);
  return overrides(set).covered(host).filter(({ rule }) => isApplied(set, rule, [host, service.namespace]))
    .map(({ modes, rule }) => obstacle(`callers of the mesh come without its TLS: tls.mode is ${modes.join(' and ')}`, rule));
}

const overrides = perSet(set => new HostIndex(set.of('networking.istio.io/DestinationRule')
  .map(rule => [hostOfRule(set, rule), { modes: foreignModes(rule.spec), rule }] as const)
  .filter(([, { modes }]) => modes.length > 0)));

function foreignModes(spec: Field): string[] {
  const policies = [spec.at('trafficPolicy'), ...spec.at('subsets').items().map(subset => subset.at('trafficPolicy'))];
  const places = policies.flatMap(policy => [policy, ...policy.at('portLevelSettings').items()]);
  const modes = places.map(place => place.at('tls', 'mode').text).filter(mode => mode === 'DISABLE' || mode === 'SIMPLE' || mode === 'MUTUAL');
  return [...new Set(modes)];
}
