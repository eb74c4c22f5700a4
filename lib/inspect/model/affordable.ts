import path from 'node:path';
import { groupBy } from '../group-by';
import { isKustomizationFile } from './kustomizations';
import type { Root } from './kustomized-roots';
import type { AppliedTogether } from './overlays';
import type { SourceFile } from './source-file';
import type { YamlDocument } from './yaml-document';

/** How many documents files hold, but for kustomizations. */
export class DocumentCounts {
  private readonly counts: ReadonlyMap<string, number>;

  constructor(documents: readonly YamlDocument[]) {
    const others = groupBy(documents.filter(({ file }) => !isKustomizationFile(file.name)), ({ file }) => file);
    this.counts = new Map([...others].map(([{ name }, own]) => [path.resolve(name), own.length]));
  }

  public of(places: readonly string[]): number {
    return places.reduce((sum, place) => sum + (this.counts.get(place) ?? 0), 0);
  }
}

/** To judge what is applied together costs a look at all that may be there with it. */
const MOST_LOOKS = 500_000;

/**
 * As much of what is applied together as can be judged without taking very long, from the first on, and the roots of the rest.
 *
 * @param common the files that are applied in any case
 */
export function affordable(all: Iterable<AppliedTogether>, counts: DocumentCounts, common: readonly SourceFile[]): Affordable {
  const [judged, surplus]: [AppliedTogether[], Root[]] = [[], []];
  const inAnyCase = counts.of(common.map(({ name }) => path.resolve(name)));
  const countOf = (roots: readonly Root[]): number => roots.reduce((sum, { files }) => sum + counts.of(files.map(({ place }) => place)), 0);
  let looks = 0;
  for (const together of all) {
    looks += looks > MOST_LOOKS ? 0 : inAnyCase + countOf(together.own) + countOf(together.others);
    if (looks > MOST_LOOKS) {
      together.own.forEach(root => surplus.push(root));
    } else {
      judged.push(together);
    }
  }
  return { judged, surplus };
}

/** What can be judged, and what would be too much. */
interface Affordable {
  readonly judged: readonly AppliedTogether[];
  readonly surplus: readonly Root[];
}
