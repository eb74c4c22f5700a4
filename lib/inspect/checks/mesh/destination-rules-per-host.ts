import { groupBy } from '../../group-by';
import { olderOf } from '../../mesh/age';
import type { Field } from '../../mesh/field';
import { fullHost, scopesOf } from '../../mesh/hosts';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const destinationRulesPerHost = meshRule(
  'MESH005', 'error', ['destination-rules-per-host', 'Several DestinationRules say something of one host, and only one of them is heard.'],
);

/** DestinationRules that stand in each other's way. */
export const destinationRulesPerHostCheck = defineCheck({
  rules: [destinationRulesPerHost],
  kinds: ['networking.istio.io/DestinationRule'],
  * judge(rule, { set }) {
    const group = groups(set).get(keyOf(set, rule)) ?? [];
    const policy = rule.spec.at('trafficPolicy');
    const other = policy.isSet ? visibleOther(rule, group.filter(({ spec }) => spec.at('trafficPolicy').isSet)) : undefined;
    if (other !== undefined) {
      yield problemOf(set, [rule, other], { place: policy, what: 'its traffic policy, too' });
      return;
    }
    for (const name of rule.spec.at('subsets').items().map(subset => subset.at('name')).filter(({ text = '' }) => text !== '')) {
      const twin = visibleOther(rule, subsets(set).get(`${keyOf(set, rule)} ${name.text ?? ''}`) ?? []);
      if (twin !== undefined) {
        yield problemOf(set, [rule, twin], { place: name, what: `the subset ${name.text}, too` });
      }
    }
  },
});

/** Rules for other workloads than one are not in its way. */
function keyOf(set: ObjectSet, { spec, namespace }: Resource): string {
  return `${fullHost(set, spec.at('host').text ?? '', namespace)} ${selectorText(spec.at('workloadSelector', 'matchLabels').textMap)}`;
}

const groups = perSet(set => groupBy(set.of('networking.istio.io/DestinationRule'), rule => keyOf(set, rule)));

const subsets = perSet((set: ObjectSet) => {
  const named = set.of('networking.istio.io/DestinationRule').flatMap(rule => (
    [...new Set(rule.spec.at('subsets').items().map(subset => subset.at('name').text))].map(name => ({ rule, key: `${keyOf(set, rule)} ${name ?? ''}` }))
  ));
  return new Map([...groupBy(named, ({ key }) => key)].map(([key, entries]) => [key, entries.map(({ rule }) => rule)]));
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
  const host = fullHost(set, rule.spec.at('host').text ?? '', rule.namespace);
  const older = olderOf(rule, other);
  const heard = older === undefined ? 'the older of the two' : older === rule ? 'this, the older one,' : 'that one, which is older,';
  const isNear = rule.namespace === other.namespace;
  return {
    rule: destinationRulesPerHost,
    path: place.path,
    message: `DestinationRule ${other.fullName} says of ${host} ${what}, and ${
      isNear ? `${heard} is heard` : 'a caller hears the one of its own namespace, or else of the namespace of the host'}`,
    repair: 'write one DestinationRule for the host, and what differs by version below its subsets',
  };
}
