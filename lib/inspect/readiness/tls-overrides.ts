import type { Field } from '../mesh/field';
import { fullHost, isCovered, serviceHost } from '../mesh/hosts';
import { ObjectSet, perSet } from '../mesh/object-set';
import type { Resource } from '../mesh/resource';
import { obstacle, Reason } from './reason';

/** DestinationRules by which callers of the mesh come to a Service without its TLS. */
export function tlsOverrides(set: ObjectSet, service: Resource): readonly Reason[] {
  const host = serviceHost(set, service.name, service.namespace);
  const { exact, wide } = overrides(set);
  return [...exact.get(host) ?? [], ...wide.filter(override => isCovered(host, override.host))]
    .map(({ modes, rule }) => obstacle(`callers of the mesh come without its TLS: tls.mode is ${modes.join(' and ')}`, rule));
}

interface Override {
  readonly host: string;
  readonly modes: readonly string[];
  readonly rule: Resource;
}

const overrides = perSet((set): { readonly exact: ReadonlyMap<string, readonly Override[]>; readonly wide: readonly Override[] } => {
  const all = set.of('networking.istio.io/DestinationRule')
    .map(rule => ({ host: fullHost(set, rule.spec.at('host').text ?? '', rule.namespace), modes: foreignModes(rule.spec), rule }))
    .filter(({ modes }) => modes.length > 0);
  const exact = new Map<string, readonly Override[]>();
  all.forEach(override => exact.set(override.host, [...exact.get(override.host) ?? [], override]));
  return { exact, wide: all.filter(({ host }) => host.startsWith('*')) };
});

function foreignModes(spec: Field): string[] {
  const policies = [spec.at('trafficPolicy'), ...spec.at('subsets').items().map(subset => subset.at('trafficPolicy'))];
  const places = policies.flatMap(policy => [policy, ...policy.at('portLevelSettings').items()]);
  const modes = places.map(place => place.at('tls', 'mode').text).filter(mode => mode === 'DISABLE' || mode === 'SIMPLE' || mode === 'MUTUAL');
  return [...new Set(modes)];
}
