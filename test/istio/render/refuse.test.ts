import { refuse } from '../../../lib/istio/render/refuse';

test('what cannot be said is named with the API and with what comes nearest', () => {
  expect(() => refuse('shop/edge, rule "web"', 'counts sheep')).toThrow(
    new Error('shop/edge, rule "web": counts sheep, which an HTTPRoute of the Kubernetes Gateway API cannot say. Say api: GatewayApi.ISTIO.'),
  );
  expect(() => refuse('shop/edge, rule "web"', 'counts sheep', 'how many there are')).toThrow(/ Say how many there are, or api: GatewayApi\.ISTIO\.$/);
});
