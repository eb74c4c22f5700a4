import { isDeepStrictEqual } from 'node:util';
import { groupBy } from '../group-by';
import type { Resource } from '../mesh/resource';
import type { KubeObject } from '../model/kube-object';
import { Draft, subjectOfDraft } from './draft';

/** The objects that kustomizations put into several namespaces: each is judged in each of them, and is one text. */
export class Copies {
  private readonly counts: ReadonlyMap<KubeObject, number>;
  private readonly told = new Set<string>();

  constructor(documents: readonly Resource[]) {
    this.counts = countsOf(documents);
  }

  public get areThere(): boolean {
    return this.counts.size > 0;
  }

  public has({ source }: Resource): boolean {
    return this.counts.has(source);
  }

  /** Leaves out the repairs that would not mend all copies of an object. */
  public mendable(drafts: readonly Draft[]): readonly Draft[] {
    return !this.areThere ? drafts : [...groupBy(drafts, ({ place }) => place.resource?.source)].flatMap(([source, own]) => {
      const count = source && this.counts.get(source);
      return count === undefined ? own : mendableOf(own, count);
    });
  }

  /** Remembers what is told of an object. Gives back whether the same was not told of another copy. */
  public addIfNew({ problem: { rule, severity, path, message }, place }: Draft): boolean {
    if (place.resource === undefined || !this.has(place.resource)) {
      return true;
    }
    const { line, column } = place.position();
    const key = JSON.stringify([place.file, line, column, rule.code, rule.slug, severity, path, message]);
    const isNew = !this.told.has(key);
    this.told.add(key);
    return isNew;
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

function mendableOf(drafts: readonly Draft[], count: number): readonly Draft[] {
  const alike = groupBy(drafts, subjectOfDraft);
  return [...alike.values()].flatMap(group => {
    const [{ problem: { fix } }] = group;
    const isOfAll = new Set(group.map(({ place }) => place.resource)).size === count;
    return isOfAll && group.every(({ problem }) => isDeepStrictEqual(problem.fix, fix)) ? group : group.map(withoutFix);
  });
}

/** The same, for somebody to mend by hand. */
export function withoutFix(draft: Draft): Draft {
  return { ...draft, problem: { ...draft.problem, fix: undefined, hidden: undefined } };
}
