import { groupBy } from '../../group-by';
import { olderOf } from '../../mesh/age';
import type { Field } from '../../mesh/field';
import { scopesOf } from '../../mesh/hosts';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { hostOfRule, subsetsOf } from '../../mesh/subsets';
import { oncePer } from '../../once-per';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const destinationRulesPerHost = meshRule(
  'MESH005', 'error', ['destination-rules-per-host', 'Several DestinationRules configure one host, and only one of them takes effect.'],
);

/** DestinationRules that stand in each other's way. */
export const destinationRulesPerHostCheck = defineCheck({
  rules: [destinationRulesPerHost],
  kinds: ['networking.istio.io/DestinationRule'],
  * judge(rule, { set }) {
    const group = groups(set).get(rule);
    if (group === undefined) {
      return;
    }
    const policy = rule.spec.at('trafficPolicy');
    const other = policy.isSet ? visibleOther(rule, group.filter(({ spec }) => spec.at('trafficPolicy').isSet)) : undefined;
    if (other !== undefined) {
      yield problemOf(set, [rule, other], { place: policy, what: 'its traffic policy' });
      return;
    }
    for (const name of rule.spec.at('subsets').items().map(subset => subset.at('name')).filter(({ text = '' }) => text !== '')) {
      const twin = visibleOther(rule, bySubset(group).get(name.text ?? '') ?? []);
      if (twin !== undefined) {
        yield problemOf(set, [rule, twin], { place: name, what: `the subset ${name.text}` });
      }
    }
  },
});

/** The rules for one host, where there are several, by each of them. Rules for other workloads than one are not in its way. */
const groups = perSet((set): ReadonlyMap<Resource, readonly Resource[]> => {
  const several = [...groupBy(set.of('networking.istio.io/DestinationRule'), rule => keyOf(set, rule)).values()].filter(({ length }) => length > 1);
  return new Map(several.flatMap(group => group.map(rule => [rule, group] as const)));
});

function keyOf(set: ObjectSet, rule: Resource): string {
  return `${hostOfRule(set, rule)} ${selectorText(rule.spec.at('workloadSelector', 'matchLabels').textMap)}`;
}

/** The rules of a group by the names of their subsets. */
const bySubset = oncePer((group: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> => {
  const named = group.flatMap(rule => [...new Set(subsetsOf(rule))].map(name => ({ name, rule })));
  return new Map([...groupBy(named, ({ name }) => name)].map(([name, entries]) => [name, entries.map(({ rule }) => rule)]));
});

interface Said {
  readonly place: Field;
  readonly what: string;
}

/** Another rule that some caller sees beside this one. */
function visibleOther(rule: Resource, group: readonly Resource[]): Resource | undefined {
  const scopes = scopesOfRule(rule);
  return group.find(other => other !== rule && canBothBeSeen(scopes, scopesOfRule(other)));
}

function scopesOfRule({ spec, namespace }: Resource): readonly string[] {
  return scopesOf(spec.at('exportTo').texts, namespace);
}

function canBothBeSeen(ones: readonly string[], others: readonly string[]): boolean {
  return ones.includes('*') || others.includes('*') || ones.some(one => others.includes(one));
}

function problemOf(set: ObjectSet, [rule, other]: readonly [rule: Resource, other: Resource], { place, what }: Said): Problem {
  const host = hostOfRule(set, rule);
  const older = olderOf(rule, other);
  const heard = older === undefined ? 'the older of the two' : older === rule ? 'this one, which is older,' : 'that one, which is older,';
  const isNear = rule.namespace === other.namespace;
  return {
    rule: destinationRulesPerHost,
    path: place.path,
    message: `DestinationRule ${other.fullName} also configures ${host} (${what}), and ${
      isNear ? `${heard} wins` : 'each caller uses the one in its own namespace, or else the one in the namespace of the host'}`,
    repair: 'write one DestinationRule for the host, and put what differs by version in its subsets',
  };
}
