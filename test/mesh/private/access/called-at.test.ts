import { Caller } from '../../../../lib';
import { calledAt } from '../../../../lib/mesh/private/access/called-at';
import { guardedChart, serviceIn } from '../../../support/guarded-chart';

test('the caller and the called are named', () => {
  const chart = guardedChart();
  const [web, orders] = ['web', 'orders'].map(name => serviceIn(chart, name));

  expect(calledAt(web, orders)).toBe('shop/web, calls("shop/orders")');
  expect(calledAt(Caller.anyone(), orders)).toBe('shop/orders, allowFrom');
  expect(() => web.calls(orders, { ports: [1] })).toThrow(
    'shop/web, calls("shop/orders"): has no port 1. Known ports: 8080. Use the port of the Service, not of its pods.',
  );
});
