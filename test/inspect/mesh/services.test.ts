import { servicesSelecting } from '../../../lib/inspect/mesh/services';
import { objectSet } from '../../support/object-set';

test('Services select pods of their own namespace', () => {
  const set = objectSet(['shop', 'web'].map(namespace => `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: ${namespace}}
spec: {selector: {app: cart}}
`).join('---'));
  expect(servicesSelecting(set, 'web', { app: 'cart', version: 'v1' }).map(({ fullName }) => fullName)).toEqual(['web/cart']);
  expect(servicesSelecting(set, 'web', { app: 'web' })).toEqual([]);
  expect(servicesSelecting(set, 'none', { app: 'cart' })).toEqual([]);
});
