import { isDeepStrictEqual } from 'node:util';
import { groupBy } from '../group-by';
import { isObject } from '../is-object';
import type { Resource } from '../mesh/resource';
import { asWritten, KubeObject } from '../model/kube-object';
import { Draft, subjectOfDraft, withoutFix } from './draft';

/** The objects that are judged several times, in other namespaces or with other overlays: each is one text. */
export class Copies {
  private readonly counts: ReadonlyMap<KubeObject, number>;
  private readonly told = new Set<string>();

  constructor(documents: readonly Resource[]) {
    this.counts = countsOf(documents);
  }

  public has({ source }: Resource): boolean {
    return this.counts.has(asWritten(source));
  }

  /** Leaves out the repairs that would not mend all copies of an object. */
  public mendable(drafts: readonly Draft[]): readonly Draft[] {
    const bySource = groupBy(drafts, ({ place }) => asWritten(place.resource!.source));
    return [...bySource].flatMap(([source, own]) => mendableOf(own, this.counts.get(source)!));
  }

  /** Remembers what is told of an object. Gives back whether the same, but for the namespace, was not told of another copy. */
  public addIfNew({ problem: { rule, severity, message }, place }: Draft): boolean {
    const { resource, file } = place;
    if (resource === undefined || !this.has(resource)) {
      return true;
    }
    const { line, column } = place.position();
    const key = JSON.stringify([file, line, column, rule.code, rule.slug, severity, anywhere(message, resource)]);
    const isNew = !this.told.has(key);
    this.told.add(key);
    return isNew;
  }
}

function countsOf(documents: readonly Resource[]): ReadonlyMap<KubeObject, number> {
  const seen = new Set<KubeObject>();
  const counts = new Map<KubeObject, number>();
  for (const source of documents.map(one => asWritten(one.source))) {
    if (seen.has(source)) {
      counts.set(source, (counts.get(source) ?? 1) + 1);
    }
    seen.add(source);
  }
  return counts;
}

/** What is said of a copy, whichever namespace it is in, and whatever is put around its name and those of others beside it. */
function anywhere(message: string, resource: Resource): string {
  const { kind, namespace, name } = resource;
  const own = kind === 'Namespace' ? name : namespace;
  const [prefix = '', suffix = ''] = affixesOf(resource);
  const bare = (word: string): string => (
    prefix + suffix !== '' && word.startsWith(prefix) && word.endsWith(suffix) ? word.slice(prefix.length, word.length - suffix.length) : word
  );
  return message.replace(/[\w-]+/g, word => (word === own ? '*' : bare(word)));
}

/** What is put before and behind the name of an object. */
function affixesOf({ kind, name, source }: Resource): readonly string[] {
  const { metadata } = asWritten(source).value;
  const written = isObject(metadata) && typeof metadata.name === 'string' ? metadata.name : name;
  return kind === 'Namespace' || written === '' ? [] : name.split(written, 2);
}

function mendableOf(drafts: readonly Draft[], count: number): readonly Draft[] {
  const alike = groupBy(drafts, subjectOfDraft);
  return [...alike.values()].flatMap(group => {
    const [{ problem: { fix } }] = group;
    const isOfAll = new Set(group.map(({ place }) => place.resource)).size === count;
    return isOfAll && group.every(({ problem }) => isDeepStrictEqual(problem.fix, fix)) ? group : group.map(withoutFix);
  });
}
