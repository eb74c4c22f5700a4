import path from 'node:path';
import { assumedObject } from '../../lib/cli/assumed-object';
import { SchemaStore } from '../../lib/inspect/schema/schema-store';

const schemas = SchemaStore.at(path.resolve('imports/schemas'));

test.each(['Secret shop/tls', ' Service  shop/orders ', 'Namespace shop', 'Gateway istio-ingress/public', 'ClusterRole reader'])('%s is taken as it is', flag => {
  expect(assumedObject(flag, schemas)).toBe(flag);
});

test.each([
  ['shop/tls', "--assume shop/tls: expected 'Kind namespace/name', for example 'Secret istio-system/shop-tls'"],
  ['Namespace *', "--assume Namespace *: expected 'Kind namespace/name', for example 'Secret istio-system/shop-tls'"],
  ['Secert shop/tls', '--assume Secert shop/tls: unknown kind Secert; did you mean Secret?'],
  ['Zeppelin shop/one', '--assume Zeppelin shop/one: unknown kind Zeppelin; pass its CRD with --crds'],
  ['Secret tls', "--assume Secret tls: a Secret needs a namespace; write 'Secret namespace/tls'"],
  ['Namespace shop/shop', "--assume Namespace shop/shop: a Namespace is cluster-scoped; write 'Namespace shop'"],
])('%s is refused', (flag, message) => {
  expect(() => assumedObject(flag, schemas)).toThrow(message);
});
