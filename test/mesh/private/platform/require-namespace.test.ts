import { requireNamespace } from '../../../../lib/mesh/private/platform/require-namespace';

test('fails on what no namespace is called', () => {
  expect(() => ['shop', undefined].forEach(name => requireNamespace(name, 'shop/edge'))).not.toThrow();
  expect(() => requireNamespace('Shop', 'shop/edge'))
    .toThrow(new Error('shop/edge: "Shop" is not a valid namespace name. Use lowercase letters, digits and inner hyphens, at most 63 characters.'));
});
