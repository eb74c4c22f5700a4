import { violations } from '../../../../lib/inspect/schema/violations';
import { asLine, schemas } from '../../../support/thing-kind';

const route = (kind: string, rule: object): object => ({
  apiVersion: 'gateway.networking.k8s.io/v1', kind, metadata: { name: 'a' }, spec: { rules: [rule] },
});
const judge = (object: object): readonly string[] => violations(object, { schemas }).map(asLine);
const repair = 'the field is in the experimental channel of the Gateway API: if the cluster uses that, pass its CRDs with --crds';

test.each([
  ['retries of requests', route('HTTPRoute', { retry: { attempts: 3 } }), `spec.rules[0].retry: unknown-field: unknown field "retry" in rules[]; ${repair}`],
  ['sessions', route('GRPCRoute', { sessionPersistence: {} }), `spec.rules[0].sessionPersistence: unknown-field: unknown field "sessionPersistence" in rules[]; ${repair}`],
])('fields of the experimental channel are called so: %s', (_, object, expected) => {
  expect(judge(object)).toEqual([expected]);
});

test('a filter of the experimental channel is called so', () => {
  expect(judge(route('HTTPRoute', { filters: [{ type: 'ExternalAuth', externalAuth: {} }] }))).toContain(
    `spec.rules[0].filters[0].externalAuth: unknown-field: unknown field "externalAuth" in filters[]; ${repair}`,
  );
});

test.each([
  ['another kind', route('GRPCRoute', { retry: {} }), 'spec.rules[0].retry'],
  ['another group', { apiVersion: 'policy.linkerd.io/v1beta3', kind: 'HTTPRoute', metadata: { name: 'a' }, spec: { rules: [{ retry: {} }] } }, 'spec.rules[0].retry'],
])('%s has no such field in any channel', (_, object, path) => {
  expect(judge(object).filter(line => line.startsWith(path)).join('\n')).not.toContain('experimental');
});
