import { claimIntent } from '../../../../lib/mesh/private/access/claim-intent';

test.each([
  ['role', ['role']],
  ['realm_access.roles', ['realm_access', 'roles']],
  ['https://example.com/team.name', ['https://example.com/team.name']],
])('[F052] the claim %s', (name, path) => {
  expect(claimIntent(name, ['b', 'a', 'b'])).toEqual({ path, values: ['a', 'b'] });
});

const NAME = 'is no name of a claim. Say the names on the way to it with dots between, such as "realm_access.roles".';
test.each<[string, string, string[]]>([
  [`Caller, withClaim(""): ${NAME}`, '', ['a']],
  [`Caller, withClaim("a..b"): ${NAME}`, 'a..b', ['a']],
  [`Caller, withClaim("a[b]"): ${NAME}`, 'a[b]', ['a']],
  ['Caller, withClaim("role"): names no value. Name at least one.', 'role', []],
  ['Caller, withClaim("role"): "" is no value. Say the values themselves.', 'role', ['admin', '']],
  ['Caller, withClaim("role"): "adm*" stands for other values. Say the values themselves.', 'role', ['adm*']],
  ['Caller, withClaim("role"): "*" stands for other values. Say the values themselves.', 'role', ['*']],
])('fails: %s', (message, name, values) => {
  expect(() => claimIntent(name, values)).toThrow(new Error(message));
});
