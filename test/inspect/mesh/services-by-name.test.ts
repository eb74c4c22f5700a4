import { namespacesWithService } from '../../../lib/inspect/mesh/services-by-name';
import { documents, service } from '../../support/flow-objects';
import { objectSet } from '../../support/object-set';

test('the namespaces that have a Service of a name are told in their order', () => {
  const set = objectSet(documents(service('shop/cart', 'app: a'), service('pay/cart', 'app: a'), service('shop/pay', 'app: a')));
  expect([namespacesWithService(set, 'cart'), namespacesWithService(set, 'none')]).toEqual([['pay', 'shop'], []]);
});
