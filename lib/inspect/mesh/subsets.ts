import { answered } from '../once-per';
import { fullHost } from './hosts';
import { ObjectSet, perSet } from './object-set';
import { Resource } from './resource';

/** The names of the subsets of a DestinationRule, the empty one for a subset without name. */
export const subsetsOf = Resource.oncePer(({ spec }: Resource): readonly string[] => spec.at('subsets').items().map(subset => subset.at('name').text ?? ''));

/** The full host, or the pattern, that a DestinationRule is for. */
export function hostOfRule(set: ObjectSet, { spec, namespace }: Resource): string {
  return fullHost(set, spec.at('host').text ?? '', namespace);
}

/** The subsets of each host, whoever defines them, by the full host or the pattern of a rule. */
export const definedSubsets = perSet((set): ReadonlyMap<string, ReadonlySet<string>> => {
  const defined = new Map<string, Set<string>>();
  for (const rule of set.of('networking.istio.io/DestinationRule')) {
    const names = answered(defined, hostOfRule(set, rule), () => new Set<string>());
    subsetsOf(rule).forEach(name => names.add(name));
  }
  return defined;
});
