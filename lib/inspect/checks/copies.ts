import { isDeepStrictEqual } from 'node:util';
import { groupBy } from '../group-by';
import type { Resource } from '../mesh/resource';
import type { KubeObject } from '../model/kube-object';
import type { Draft } from './draft';

/** The objects that kustomizations put into several namespaces: each is judged in each of them, and is one text. */
export class Copies {
  private readonly counts: ReadonlyMap<KubeObject, number>;
  private readonly told = new Set<string>();

  constructor(documents: readonly Resource[]) {
    this.counts = countsOf(documents);
  }

  /** Whether the same was told of another copy. To be asked once of each draft. */
  public isTold({ problem: { rule, severity, path, message }, place }: Draft): boolean {
    const source = place.resource?.source;
    if (source === undefined || !this.counts.has(source)) {
      return false;
    }
    const { line, column } = place.position();
    const key = JSON.stringify([place.file, line, column, rule.code, rule.slug, severity, path, message]);
    const isTold = this.told.has(key);
    this.told.add(key);
    return isTold;
  }

  /** Leaves out the repairs that would not mend all copies of an object. */
  public agreeing(drafts: readonly Draft[]): readonly Draft[] {
    return this.counts.size === 0 ? drafts : [...groupBy(drafts, ({ place }) => place.resource?.source)].flatMap(([source, own]) => {
      const count = source && this.counts.get(source);
      return count === undefined ? own : agreeingOf(own, count);
    });
  }
}

function countsOf(documents: readonly Resource[]): ReadonlyMap<KubeObject, number> {
  const counts = new Map<KubeObject, number>();
  let last: KubeObject | undefined;
  // Copies stand beside each other.
  for (const { source } of documents) {
    if (source === last) {
      counts.set(source, (counts.get(source) ?? 1) + 1);
    }
    last = source;
  }
  return counts;
}

function agreeingOf(drafts: readonly Draft[], count: number): readonly Draft[] {
  const alike = groupBy(drafts, ({ problem: { rule, path } }) => JSON.stringify([rule.code, rule.slug, path]));
  return [...alike.values()].flatMap(group => {
    const [{ problem: { fix } }] = group;
    const isOfAll = new Set(group.map(({ place }) => place.resource)).size === count;
    const agree = isOfAll && group.every(({ problem }) => isDeepStrictEqual(problem.fix, fix));
    return agree ? group : group.map(draft => ({ ...draft, problem: { ...draft.problem, fix: undefined, hidden: undefined } }));
  });
}
