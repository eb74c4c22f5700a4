import { ApiObject, JsonPatch } from 'cdk8s';

/**
 * Makes the JSON patches of a generated construct the last word, in the names that stand in the YAML. As it is generated, it maps its props
 * after the patches, so that a patch of a field that its type lacks is lost without a word.
 *
 * @throws when it is rendered, on a patch that cannot be applied
 */
export function patchedLast<T extends ApiObject>(object: T): T {
  const patches: JsonPatch[] = [];
  const render = object.toJson.bind(object) as () => unknown;
  object.addJsonPatch = (...more) => {
    patches.push(...more);
  };
  object.toJson = () => patched(object, render(), patches);
  return object;
}

function patched(object: ApiObject, manifest: unknown, patches: readonly JsonPatch[]): unknown {
  return patches.reduce((document, patch, index) => {
    try {
      return JsonPatch.apply(document, patch) as unknown;
    } catch (error) {
      // The whole object may follow the first line.
      const [reason] = (error as Error).message.split('\n');
      throw new Error(`${object.node.path}: JSON patch ${index + 1} of ${patches.length} of ${object.kind} "${object.name}" cannot be applied (${reason}). Compare its path with the rendered YAML.`);
    }
  }, manifest);
}
