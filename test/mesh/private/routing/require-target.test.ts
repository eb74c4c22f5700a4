import { requireTarget } from '../../../../lib/mesh/private/routing/require-target';
import { IRouteTarget } from '../../../../lib/mesh/route-target';
import { ServiceReference } from '../../../../lib/mesh/service-reference';

test('what can be sent to is given back', () => {
  const target = new ServiceReference('orders.shop.svc.cluster.local', 80);
  expect(requireTarget(target, 'here')).toBe(target);
});

test.each([[undefined, 'undefined'], [null, 'null'], ['orders', 'orders'], [{}, 'an object of Object'], [new Date(0), 'an object of Date'], [Object.create(null), 'an object of no class']])(
  'fails on %p',
  (value, said) => {
    expect(() => requireTarget(value as unknown as IRouteTarget, 'here')).toThrow(new Error(
      `here: ${said} is not a target. Use a version, a service, one of its ports with atPort(...), MeshService.fromHost(...), or Split.between(...).`,
    ));
  },
);
