import { referenceTo } from '../../lib/inspect/mesh/object-reference';
import { ObjectSet, SetSettings } from '../../lib/inspect/mesh/object-set';
import { Resource } from '../../lib/inspect/mesh/resource';
import { readInput } from '../../lib/inspect/model/input';
import { SourceFile } from '../../lib/inspect/model/source-file';
import { SchemaStore } from '../../lib/inspect/schema/schema-store';

const rules = { schemas: SchemaStore.at('imports/schemas'), defaultNamespace: 'shop' };

/** The objects of YAML as a set, in the namespace `shop` where they name none. */
export function objectSet(yaml: string, settings: Partial<SetSettings> = {}): ObjectSet {
  const { objects, values } = readInput([new SourceFile('shop.yaml', yaml)]);
  const resources = objects.map(object => new Resource(object, referenceTo(object.value, rules)));
  const helm = values.map(value => new Resource(value, { kind: 'HelmValues', name: value.document.file.name }));
  return new ObjectSet([...resources, ...helm], { complete: false, assumed: [], ...settings });
}
