import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { namespaceOf } from '../../../../lib/mesh/private/platform/namespace-of';

test('the namespace is that of the chart', () => {
  expect(namespaceOf(new Construct(new Chart(new App(), 'shop', { namespace: 'prod' }), 'web'))).toBe('prod');
});

test('fails where the chart names none', () => {
  expect(() => namespaceOf(new Construct(new Chart(new App(), 'shop'), 'web'))).toThrow(
    new Error('shop/web: its chart has no namespace, which full host names need. Use new Chart(app, "shop", { namespace: "shop" }).'),
  );
});

test('fails where the chart names one that cannot be', () => {
  expect(() => namespaceOf(new Construct(new Chart(new App(), 'shop', { namespace: 'Shop_1' }), 'web'))).toThrow(
    new Error('shop/web: "Shop_1" is not a valid namespace name. Use lowercase letters, digits and inner hyphens, at most 63 characters.'),
  );
});
