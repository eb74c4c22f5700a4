import { groupBy } from '../group-by';
import { isObject } from '../is-object';
import type { ObjectSet } from '../mesh/object-set';
import type { Resource } from '../mesh/resource';
import type { Check } from './check';

/**
 * Tells of which objects each check is asked. Most checks are about a few fields that few objects have: which ones do is found out by going
 * through all objects once, and not by each check anew.
 */
export class Subjects {
  private readonly byKind: ReadonlyMap<string, readonly Resource[]>;
  private readonly having: ReadonlyMap<string, ReadonlySet<Resource>>;

  constructor(private readonly documents: readonly Resource[], private readonly set: ObjectSet, checks: readonly Check[]) {
    this.byKind = groupBy(documents, ({ kind }) => kind);
    this.having = resourcesByField(new Set([...documents, ...set.all]), checks.flatMap(({ fields = [] }) => fields));
  }

  public of(check: Check): readonly Resource[] {
    const { fields } = check;
    return fields === undefined ? this.ofKinds(check) : this.withField(this.ofKinds(check), fields);
  }

  private ofKinds({ kinds, everyDocument = false }: Check): readonly Resource[] {
    if (everyDocument) {
      return kinds === undefined ? this.documents : kinds.flatMap(kind => this.byKind.get(kind) ?? []);
    }
    return kinds === undefined ? this.set.all : this.set.of(...kinds);
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
