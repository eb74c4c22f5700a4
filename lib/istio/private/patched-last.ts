import { ApiObject, JsonPatch } from 'cdk8s';

/**
 * Makes the JSON patches of a generated construct the last word, in the names that stand in the YAML. As it is generated, it maps its props
 * after the patches, so that a patch of a field that its type lacks is lost without a word.
 */
export function patchedLast<T extends ApiObject>(object: T): T {
  const patches: JsonPatch[] = [];
  const render = object.toJson.bind(object) as () => unknown;
  object.addJsonPatch = (...more) => {
    patches.push(...more);
  };
  object.toJson = () => JsonPatch.apply(render(), ...patches) as unknown;
  return object;
}
