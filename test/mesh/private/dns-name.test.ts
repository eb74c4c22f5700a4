import { requireDnsName } from '../../../lib/mesh/private/dns-name';

test.each(['cluster.local', 'corp', '1.2', `${'a'.repeat(63)}.b`])('%j is the name of a domain', name => {
  expect(requireDnsName(name, 'mesh')).toBe(name);
});

test.each(['', '.', 'a.', '.a', 'a..b', 'A.b', 'a_b', '*.a', 'a b', 'a'.repeat(64), Array.from({ length: 64 }, () => 'aaa').join('.')])('fails on %j', name => {
  expect(() => requireDnsName(name, 'mesh')).toThrow(new Error(
    `mesh: "${name}" is not a domain name. Use labels of lowercase letters, digits and inner hyphens, separated by dots, such as "cluster.local".`,
  ));
});
