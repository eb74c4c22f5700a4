import { AuthorizationPolicySpecAction, AuthorizationPolicySpecRules } from '../../../imports/security.istio.io';
import { denialMark, idempotentMark } from '../../../lib/istio/render/marks-for-checks';
import type { RetryIntent } from '../../../lib/mesh/private/intent';

const destinations = [{ host: 'web.shop.svc.cluster.local', port: 80 }];
const retry: RetryIntent = { attempts: 2, conditions: ['5xx'] };

test.each([
  ['repeat what may have been processed', { ...retry, repeatsProcessed: true }, 'true'],
  ['repeat what does no harm twice', retry, undefined],
  ['repeat nothing', undefined, undefined],
])('rules that %s', (_, said, expected) => {
  const moved = { name: 'moved', alternatives: [], redirect: { path: '/' } };
  const rules = [moved, { name: 'default', alternatives: [], destinations, retry: said }];
  expect(idempotentMark({ hosts: [], rules } as any)).toBe(expected);
});

const { AUDIT, DENY } = AuthorizationPolicySpecAction;
const marked = (rule: AuthorizationPolicySpecRules, action: AuthorizationPolicySpecAction = DENY): boolean => (
  denialMark({ action, rules: [rule] }) !== undefined
);

test.each<[string, AuthorizationPolicySpecRules, boolean]>([
  ['a token', { from: [{ source: { notRequestPrincipals: ['*'] } }] }, true],
  ['paths', { to: [{ operation: { paths: ['/admin'] } }] }, true],
  ['an identity, and paths', { from: [{ source: { principals: ['*'] } }], to: [{ operation: { paths: ['/admin'] } }] }, true],
  ['a token, and ports', { from: [{ source: { notRequestPrincipals: ['*'] } }], to: [{ operation: { ports: ['8080'] } }] }, false],
  ['an identity', { from: [{ source: { principals: ['*'] } }] }, false],
  ['a namespace', { from: [{ source: { namespaces: ['web'] } }] }, false],
  ['an address', { from: [{ source: { ipBlocks: ['10.0.0.1'] } }] }, false],
  ['the address of a client', { from: [{ source: { remoteIpBlocks: ['10.0.0.1'] } }] }, false],
  ['nothing', {}, false],
])('a denial by %s is marked: %s', (_, rule, expected) => {
  expect(marked(rule)).toBe(expected);
});

test('a policy that denies nothing is not marked', () => {
  const rule = { to: [{ operation: { paths: ['/admin'] } }] };
  expect([marked(rule, AUDIT), denialMark({ rules: [rule] }), denialMark({ action: DENY })]).toEqual([false, undefined, undefined]);
});
