import { claimIntent } from '../../../../lib/mesh/private/access/claim-intent';

test.each([
  ['role', ['role']],
  ['realm_access.roles', ['realm_access', 'roles']],
  ['https://example.com/team.name', ['https://example.com/team.name']],
])('[F052] the claim %s', (name, path) => {
  expect(claimIntent(name, ['b', 'a', 'b'])).toEqual({ path, values: ['a', 'b'] });
});

const NAME = 'is not a claim name. Write the path to it, separated by dots, such as "realm_access.roles".';
test.each<[string, string, string[]]>([
  [`Caller, withClaim(""): ${NAME}`, '', ['a']],
  [`Caller, withClaim("a..b"): ${NAME}`, 'a..b', ['a']],
  [`Caller, withClaim("a[b]"): ${NAME}`, 'a[b]', ['a']],
  ['Caller, withClaim("role"): has no values. Name at least one.', 'role', []],
  ['Caller, withClaim("role"): "" is not a value. Use the values themselves.', 'role', ['admin', '']],
  ['Caller, withClaim("role"): "adm*" is a wildcard. Use the values themselves.', 'role', ['adm*']],
  ['Caller, withClaim("role"): "*" is a wildcard. Use the values themselves.', 'role', ['*']],
])('fails: %s', (message, name, values) => {
  expect(() => claimIntent(name, values)).toThrow(new Error(message));
});
