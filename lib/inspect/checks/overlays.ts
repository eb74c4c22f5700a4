import { groupBy } from '../group-by';
import type { Resource } from '../mesh/resource';
import type { Check } from './check';
import type { Copies } from './copies';
import { Draft, subjectOfDraft } from './draft';
import type { Judging } from './judging';

/**
 * Where overlays share a base, an object finds the copies of it in all namespaces; what is wrong with the object, though, has to be wrong without
 * those of other namespaces as well. For overlays are applied apart, and patch what would be in each other's way.
 */
export class Overlays {
  private readonly apart = new Map<string, Judging>();
  private readonly namespaces: ReadonlySet<string>;

  /**
   * @param isKustomized whether a kustomization says where an object is
   * @param judgingOf how objects are judged as if there were no others than these
   */
  constructor(
    private readonly documents: readonly Resource[],
    private readonly copies: Copies,
    private readonly isKustomized: (resource: Resource) => boolean,
    private readonly judgingOf: (documents: readonly Resource[]) => Judging,
  ) {
    this.namespaces = new Set(copies.areThere ? documents.filter(one => copies.has(one)).map(({ namespace }) => namespace) : []);
  }

  /** Lets a check judge an object of an overlay as if there were no other overlay. */
  public judge(resource: Resource, check: Check): void {
    if (this.isOfOverlay(resource)) {
      this.judgingIn(resource.namespace).judge(resource, check);
    }
  }

  /** What is said of objects whether or not there are other overlays, in the words that are said without them. */
  public certain(drafts: readonly Draft[]): readonly Draft[] {
    if (this.apart.size === 0) {
      return drafts;
    }
    const apart = groupBy([...this.apart.values()].flatMap(judging => judging.takeDrafts()), ({ place }) => place.resource);
    return [...groupBy(drafts, ({ place }) => place.resource)].flatMap(([resource, own]) => (
      resource === undefined || !this.isOfOverlay(resource) ? own : saidInBoth(own, apart.get(resource) ?? [])
    ));
  }

  private isOfOverlay(resource: Resource): boolean {
    return this.namespaces.has(resource.namespace) && this.isKustomized(resource);
  }

  private judgingIn(namespace: string): Judging {
    const known = this.apart.get(namespace);
    const judging = known ?? this.judgingOf(this.documents.filter(one => !this.copies.has(one) || one.namespace === namespace));
    this.apart.set(namespace, judging);
    return judging;
  }
}

/** Without the others, the words may name fewer: of what is said in other words, as much is kept as is said of the place in both. */
function saidInBoth(among: readonly Draft[], apart: readonly Draft[]): readonly Draft[] {
  const places = groupBy(among, subjectOfDraft);
  return [...groupBy(apart, subjectOfDraft)].flatMap(([place, without]) => {
    const within = places.get(place) ?? [];
    const [same, others] = [true, false].map(isSame => without.filter(draft => isSame === isSaidAmong(draft, within)));
    return [...same, ...others.slice(0, within.filter(draft => !isSaidAmong(draft, without)).length)];
  });
}

function isSaidAmong({ problem: { message } }: Draft, drafts: readonly Draft[]): boolean {
  return drafts.some(({ problem }) => problem.message === message);
}
