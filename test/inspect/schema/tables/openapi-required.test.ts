import { isDemanded } from '../../../../lib/inspect/schema/tables/openapi-required';

// What an API server 1.32 answers when such a field is missing is in api-server-verdicts.json.
test('a field that OpenAPI requires is demanded, but for those that the server does without', () => {
  expect(isDemanded('DeploymentSpec', 'selector')).toBe(true);
  expect(isDemanded('StatefulSetSpec', 'serviceName')).toBe(false);
  expect(isDemanded('NetworkPolicySpec', 'podSelector')).toBe(false);
  expect(isDemanded('PodFailurePolicyOnPodConditionsPattern', 'type')).toBe(true);
  expect(isDemanded('PodFailurePolicyOnPodConditionsPattern', 'status')).toBe(false);
});
