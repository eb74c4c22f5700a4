import { groupBy } from '../group-by';
import { rootNamespace } from './mesh-config';
import { ObjectSet, perSet } from './object-set';
import { podsSelected, podsSelectedIn } from './pods';
import { appliesToAllOf, applyTogether, policyLabels, policyTargets, reachKey } from './policy-reach';
import type { Resource } from './resource';
import { SelectorIndex } from './selector-index';
import { LabelIndex, Labels, selectorText } from './selectors';

/** Policies that apply to the same. */
interface Reach {
  readonly policies: readonly Resource[];
  readonly labels: Labels;
}

/** Policies by where they apply, so that another one looks at those alone that may apply there, too. */
export class PolicyIndex {
  private readonly answers = new Map<string, readonly Resource[]>();
  private readonly order: ReadonlyMap<Resource, number>;
  private readonly byTarget = new Map<string, Reach[]>();
  private readonly everywhere: SelectorPairs;
  private readonly byNamespace: ReadonlyMap<string, SelectorPairs>;

  constructor(private readonly set: ObjectSet, policies: readonly Resource[]) {
    const reaches = [...groupBy(policies, reachKey).values()].map(some => ({ policies: some, labels: policyLabels(some[0]) }));
    const [targeting, selecting] = [true, false].map(wanted => reaches.filter(reach => (policyTargets(reach.policies[0]).length > 0) === wanted));
    for (const reach of targeting) {
      policyTargets(reach.policies[0]).forEach(target => this.byTarget.set(target, [...this.byTarget.get(target) ?? [], reach]));
    }
    this.order = new Map(policies.map((policy, index) => [policy, index]));
    this.everywhere = new SelectorPairs(selecting);
    const groups = groupBy(selecting, ({ policies: [{ namespace }] }) => namespace);
    this.byNamespace = new Map([...groups].map(([key, some]) => [key, new SelectorPairs(some)]));
  }

  /** Those that apply to some workload to which a policy applies, in the order in which they came. */
  public together(policy: Resource): readonly Resource[] {
    return this.answer(`together ${reachKey(policy)}`, () => this.inOrder(
      this.candidates(policy, index => index.meeting(policyLabels(policy), podLabels(this.set, policy))), one => applyTogether(this.set, policy, one),
    ));
  }

  /** Those that apply to all to which a policy applies, in the order in which they came. */
  public overAllOf(policy: Resource): readonly Resource[] {
    return this.answer(`over ${reachKey(policy)}`, () => this.inOrder(
      this.candidates(policy, index => index.holding(policyLabels(policy))), one => appliesToAllOf(this.set, one, policy),
    ));
  }

  private answer(key: string, workOut: () => readonly Resource[]): readonly Resource[] {
    const answer = this.answers.get(key) ?? workOut();
    this.answers.set(key, answer);
    return answer;
  }

  private candidates(policy: Resource, among: (index: SelectorPairs) => readonly Reach[]): readonly Reach[] {
    const targets = policyTargets(policy);
    return targets.length > 0 ? targets.flatMap(target => this.byTarget.get(target) ?? []) : this.indexes(policy).flatMap(among);
  }

  private inOrder(candidates: readonly Reach[], isMeant: (one: Resource) => boolean): readonly Resource[] {
    const policies = [...new Set(candidates)].filter(({ policies: [first] }) => isMeant(first)).flatMap(reach => reach.policies);
    return policies.sort((one, other) => this.order.get(one)! - this.order.get(other)!);
  }

  private indexes({ namespace }: Resource): SelectorPairs[] {
    const root = rootNamespace(this.set);
    return namespace === root ? [this.everywhere] : [namespace, root].map(one => this.byNamespace.get(one)).filter(index => index !== undefined);
  }
}

/** Policies by the pairs of their selectors, both ways. */
class SelectorPairs {
  private readonly wide: SelectorIndex<Reach>;
  private readonly narrow: LabelIndex<Reach>;

  constructor(reaches: readonly Reach[]) {
    this.wide = new SelectorIndex(reaches, ({ labels }) => labels);
    this.narrow = new LabelIndex(reaches);
  }

  /** Those whose selector says no more than some labels. */
  public holding(labels: Labels): readonly Reach[] {
    return this.wide.selecting(labels);
  }

  /** Those whose selector holds some labels, or lies within them, or selects pods with them. */
  public meeting(labels: Labels, pods: readonly Labels[]): readonly Reach[] {
    return [...this.narrow.selectedBy(labels), ...this.wide.selecting(labels), ...pods.flatMap(one => this.wide.selecting(one))];
  }
}

/** The labels of the pods to which a policy applies, those that are written alike once; a policy for all pods meets each one without them. */
function podLabels(set: ObjectSet, policy: Resource): readonly Labels[] {
  const labels = policyLabels(policy);
  if (Object.keys(labels).length === 0) {
    return [];
  }
  const pods = policy.namespace === rootNamespace(set) ? podsSelected(set, labels) : podsSelectedIn(set, policy.namespace, labels);
  return [...new Map(pods.map(pod => [selectorText(pod.labels), pod.labels])).values()];
}

/** The policies of a kind, by where they apply. */
export function policyIndexOf(kind: string, isMeant: (policy: Resource) => boolean = () => true): (set: ObjectSet) => PolicyIndex {
  return perSet(set => new PolicyIndex(set, set.of(kind).filter(isMeant)));
}
