import { ApiObject, Chart, JsonPatch } from 'cdk8s';

/** Takes away the namespace that an object of the whole cluster takes over from its chart, since it lies in none. */
export function liesInNoNamespace(object: ApiObject): void {
  if (Chart.of(object).namespace !== undefined) {
    object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
}
