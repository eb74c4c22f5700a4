import { destinationNames, destinationText, repeated } from '../../../../lib/mesh/private/routing/destination-name';

const web = (subset?: string, port = 80) => ({ host: 'web.shop.svc.cluster.local', port, subset });
const orders = (subset?: string) => ({ host: 'orders.shop.svc.cluster.local', port: 80, subset });

test.each([
  ['versions alone', [web('v1'), web('v2')], ['v1', 'v2']],
  ['hosts alone', [web(), orders()], ['web.shop.svc.cluster.local', 'orders.shop.svc.cluster.local']],
  ['versions of two services by all of it', [web('v1'), orders('v1')], ['v1.web.shop.svc.cluster.local.80', 'v1.orders.shop.svc.cluster.local.80']],
  ['two ports by all of it, and others as ever', [web('v1'), web('v1', 81), web('v2')], ['v1.web.shop.svc.cluster.local.80', 'v1.web.shop.svc.cluster.local.81', 'v2']],
  ['two ports of a host by host and port', [web(), web(undefined, 81)], ['web.shop.svc.cluster.local.80', 'web.shop.svc.cluster.local.81']],
])('names %s', (_, destinations, names) => {
  expect(destinationNames(destinations)).toEqual(names);
});

test('of one and the same the second is repeated, whatever it weighs', () => {
  const again = { ...web('v1'), weight: 10 };
  expect(repeated([web('v1'), orders('v1'), again, web('v1', 81), web()])).toEqual([again]);
});

test('errors name the port as well', () => {
  expect([web(), web('v1', 81)].map(destinationText)).toEqual(['web.shop.svc.cluster.local at port 80', 'version "v1" of web.shop.svc.cluster.local at port 81']);
});
