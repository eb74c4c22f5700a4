import { ApiObject, JsonPatch } from 'cdk8s';
import { Workload } from 'cdk8s-plus-28';

/** Gives pods the token of their account, with which they ask the API server; others do without. */
export function mountToken(pods: Workload): void {
  ApiObject.of(pods).addJsonPatch(JsonPatch.add('/spec/template/spec/automountServiceAccountToken', true));
}
