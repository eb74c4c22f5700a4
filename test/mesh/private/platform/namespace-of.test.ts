import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { namespaceOf } from '../../../../lib/mesh/private/platform/namespace-of';

test('the namespace is that of the chart', () => {
  expect(namespaceOf(new Construct(new Chart(new App(), 'shop', { namespace: 'prod' }), 'web'))).toBe('prod');
});

test('fails where the chart names none', () => {
  expect(() => namespaceOf(new Construct(new Chart(new App(), 'shop'), 'web'))).toThrow(
    new Error('shop/web: its chart has no namespace, and the full name of a host has one. Say new Chart(app, "shop", { namespace: "shop" }).'),
  );
});
