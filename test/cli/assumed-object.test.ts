import path from 'node:path';
import { assumedObject } from '../../lib/cli/assumed-object';
import { SchemaStore } from '../../lib/inspect/schema/schema-store';

const schemas = SchemaStore.at(path.resolve('imports/schemas'));

test.each(['Secret shop/tls', ' Service  shop/orders ', 'Namespace shop', 'Gateway istio-ingress/public', 'ClusterRole reader'])('%s is taken as it is', flag => {
  expect(assumedObject(flag, schemas)).toBe(flag);
});

test.each([
  ['shop/tls', "--assume shop/tls: is no 'Kind namespace/name'; write for example 'Secret istio-system/shop-tls'"],
  ['Namespace *', "--assume Namespace *: is no 'Kind namespace/name'; write for example 'Secret istio-system/shop-tls'"],
  ['Secert shop/tls', '--assume Secert shop/tls: nobody knows the kind Secert; did you mean Secret?'],
  ['Zeppelin shop/one', '--assume Zeppelin shop/one: nobody knows the kind Zeppelin; name its definition with --crds'],
  ['Secret tls', "--assume Secret tls: a Secret is in a namespace; write 'Secret namespace/tls'"],
  ['Namespace shop/shop', "--assume Namespace shop/shop: a Namespace is in no namespace; write 'Namespace shop'"],
])('%s is refused', (flag, message) => {
  expect(() => assumedObject(flag, schemas)).toThrow(message);
});
