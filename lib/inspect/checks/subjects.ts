import { groupBy } from '../group-by';
import { isObject } from '../is-object';
import type { Resource } from '../mesh/resource';
import type { Check } from './check';

/** How many documents are judged together: about as many as a processor keeps at hand while all checks look at them in turn. */
const PORTION = 500;

/**
 * All that is judged, in portions. The last one is what is no document, such as the values of an installation.
 *
 * @param documents what checks of each document are asked of
 * @param shown what other checks are asked of: not what a later document of the same name replaces
 */
export function* portionsOf(documents: readonly Resource[], shown: Iterable<Resource>, checks: readonly Check[]): Iterable<Subjects> {
  const fields = [...new Set(checks.flatMap(({ fields: asked = [] }) => asked))];
  const others = new Set(shown);
  for (let start = 0; start < documents.length; start += PORTION) {
    const some = documents.slice(start, start + PORTION);
    yield new Subjects(some, some.filter(document => others.delete(document)), fields);
  }
  if (others.size > 0) {
    yield new Subjects([], [...others], fields);
  }
}

/**
 * Tells of which objects each check is asked. Most checks are about a few fields that few objects have: which ones do is found out by going
 * through all objects once, and not by each check anew.
 */
export class Subjects {
  private readonly documentsByKind: ReadonlyMap<string, readonly Resource[]>;
  private readonly shownByKind: ReadonlyMap<string, readonly Resource[]>;
  private readonly having: ReadonlyMap<string, ReadonlySet<Resource>>;

  /**
   * @param documents what checks of each document are asked of
   * @param shown what other checks are asked of: not what a later document of the same name replaces
   * @param fields the names of fields that checks ask for
   */
  constructor(public readonly documents: readonly Resource[], private readonly shown: readonly Resource[], fields: readonly string[]) {
    this.documentsByKind = groupBy(documents, ({ kind }) => kind);
    this.shownByKind = groupBy(shown, ({ kind }) => kind);
    this.having = resourcesByField(new Set([...documents, ...shown]), fields);
  }

  public of(check: Check): readonly Resource[] {
    const { fields } = check;
    return fields === undefined ? this.ofKinds(check) : this.withField(this.ofKinds(check), fields);
  }

  private ofKinds({ kinds, everyDocument = false }: Check): readonly Resource[] {
    if (kinds === undefined) {
      return everyDocument ? this.documents : this.shown;
    }
    const byKind = everyDocument ? this.documentsByKind : this.shownByKind;
    return kinds.length === 1 ? byKind.get(kinds[0]) ?? [] : kinds.flatMap(kind => byKind.get(kind) ?? []);
  }

  private withField(resources: readonly Resource[], fields: readonly string[]): readonly Resource[] {
    const having = fields.map(field => this.having.get(field)!).filter(({ size }) => size > 0);
    if (having.length < 2) {
      return having.length === 0 ? [] : resources.filter(resource => having[0].has(resource));
    }
    return resources.filter(resource => having.some(some => some.has(resource)));
  }
}

/** The objects that have a field of some name, wherever it stands in them, by these names. */
function resourcesByField(resources: Iterable<Resource>, fields: readonly string[]): ReadonlyMap<string, ReadonlySet<Resource>> {
  const having = new Map(fields.map(field => [field, new Set<Resource>()]));
  for (const resource of resources) {
    addFields(resource.source.value, resource, having);
  }
  return having;
}

function addFields(value: unknown, resource: Resource, having: ReadonlyMap<string, Set<Resource>>): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      addFields(item, resource, having);
    }
  } else if (isObject(value)) {
    for (const key in value) {
      having.get(key)?.add(resource);
      addFields(value[key], resource, having);
    }
  }
}
