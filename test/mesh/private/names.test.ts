import { requireLabel } from '../../../lib/mesh/private/names';

test.each(['a', 'web', 'web-2', 'v1', 'a'.repeat(63)])('%s can be the name of a Service or a version', name => {
  expect(requireLabel(name, 'shop/web')).toBe(name);
});

test.each(['', '1a', '-a', 'a-', 'Web', 'a.b', 'a_b', 'a b', 'größe', 'a\n', 'a'.repeat(64)])('fails on the name %j', name => {
  expect(() => requireLabel(name, 'shop/web')).toThrow(new Error(
    `shop/web: "${name}" is not a valid name of a Service or version. Use lowercase letters, digits and inner hyphens, a letter first, and at most 63 characters.`,
  ));
});
