import { IGateway } from '../../../../lib';
import { requireGateway } from '../../../../lib/mesh/private/gateways/require-gateway';
import { edgeChart, edgeIn } from '../../../support/edge-chart';
import { webIn } from '../../../support/shop-chart';

test('a gateway is given back', () => {
  const edge = edgeIn(edgeChart());
  expect(requireGateway(edge, 'here')).toBe(edge);
});

test.each([{}, edgeChart()])('fails on something else', gateway => {
  expect(() => webIn(edgeChart()).exposeVia(gateway as unknown as IGateway, { hostname: 'shop.example.com' })).toThrow(new Error(
    'edge/web: expected a gateway. Use new IngressGateway(...), IngressGateway.fromName(...), or DelegatedRoutes.',
  ));
});

test.each([undefined, null])('fails on nothing: %s', gateway => {
  expect(() => webIn(edgeChart()).exposeVia(gateway as unknown as IGateway, { hostname: 'shop.example.com' })).toThrow(new Error(
    'edge/web, exposeVia: no gateway given. Check the import or the variable.',
  ));
});
