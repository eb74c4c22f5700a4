import { isOfFlagger } from '../../../lib/inspect/mesh/flagger-services';
import { objectSet } from '../../support/object-set';

const canary = (spec: string): ReturnType<typeof objectSet> => objectSet(`
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: any}
spec: {${spec}}
`);

test.each(['cart', 'cart-primary', 'cart-canary'])('Flagger makes %s for its target', name => {
  expect(isOfFlagger(canary('targetRef: {name: cart}'), `${name}.shop.svc.cluster.local`)).toBe(true);
});

test('the Service of a Canary can have a name of its own', () => {
  const set = canary('targetRef: {name: cart}, service: {name: basket}');
  expect(['basket-canary', 'cart-canary'].map(name => isOfFlagger(set, `${name}.shop.svc.cluster.local`))).toEqual([true, false]);
});
