import { groupBy } from '../group-by';
import type { Resource } from '../mesh/resource';
import { isSamePath } from '../schema/format-path';
import type { Check } from './check';
import type { Copies } from './copies';
import type { Draft } from './draft';
import type { Judging } from './judging';

/**
 * Where overlays share a base, an object finds the copies of it in all namespaces; what is wrong with the object, though, has to be wrong without
 * those of other namespaces as well. For overlays are applied apart, and patch what would be in each other's way.
 */
export class Overlays {
  private readonly apart = new Map<string, Judging>();

  /**
   * @param isKustomized whether a kustomization says where an object is
   * @param judgingOf how objects are judged as if there were no others than these
   */
  constructor(
    private readonly documents: readonly Resource[],
    private readonly copies: Copies,
    private readonly isKustomized: (resource: Resource) => boolean,
    private readonly judgingOf: (documents: readonly Resource[]) => Judging,
  ) {}

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
    const apart = [...this.apart.values()].flatMap(judging => judging.takeDrafts());
    const said = groupBy(drafts, ({ place }) => place.resource);
    const others = drafts.filter(({ place: { resource } }) => resource === undefined || !this.isOfOverlay(resource));
    return [...others, ...apart.filter(draft => said.get(draft.place.resource)?.some(one => isSame(one, draft)) === true)];
  }

  private isOfOverlay(resource: Resource): boolean {
    return this.copies.areThere && resource.namespace !== '' && this.isKustomized(resource);
  }

  private judgingIn(namespace: string): Judging {
    const known = this.apart.get(namespace);
    const judging = known ?? this.judgingOf(this.documents.filter(one => !this.copies.has(one) || one.namespace === namespace));
    this.apart.set(namespace, judging);
    return judging;
  }
}

/** Without the others, the words may name fewer. */
function isSame({ problem: one }: Draft, { problem: other }: Draft): boolean {
  return one.rule === other.rule && isSamePath(one.path, other.path);
}
