import { AT_GATEWAY, AT_WAYPOINT, refuse } from '../../../lib/istio/render/refuse';

test.each([
  ['a gateway', AT_GATEWAY, 'Set api: GatewayApi.ISTIO.', 'Use how many there are, or api: GatewayApi.ISTIO.'],
  [
    'a waypoint', AT_WAYPOINT,
    'Leave it out, or run sidecars: leave out DataPlaneMode.AMBIENT.', 'Use how many there are, or run sidecars: leave out DataPlaneMode.AMBIENT.',
  ],
])('what cannot be said at %s is named with the API and with what comes nearest', (_, otherwise, alone, beside) => {
  const where = { place: 'shop/edge, rule "web"', otherwise };
  const problem = 'shop/edge, rule "web": counts sheep, which an HTTPRoute of the Kubernetes Gateway API cannot express.';
  expect(() => refuse(where, 'counts sheep')).toThrow(new Error(`${problem} ${alone}`));
  expect(() => refuse(where, 'counts sheep', 'how many there are')).toThrow(new Error(`${problem} ${beside}`));
});
