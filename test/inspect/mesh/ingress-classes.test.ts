import { ingressControllerOf } from '../../../lib/inspect/mesh/ingress-classes';
import { objectSet } from '../../support/object-set';

const classes = '{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: edge}, spec: {controller: istio.io/ingress-controller}}';

test.each([
  ['its class', 'spec: {ingressClassName: edge}', 'istio.io/ingress-controller'],
  ['the name of Istio\'s class', 'spec: {ingressClassName: istio}', 'istio.io/ingress-controller'],
  ['the annotation of old', 'metadata: {name: web, namespace: shop, annotations: {kubernetes.io/ingress.class: istio}}', 'istio.io/ingress-controller'],
  ['nobody, for a class that is not shown', 'spec: {ingressClassName: nginx}', undefined],
  ['nobody, without a class', 'spec: {}', undefined],
])('the controller of an Ingress is said by %s', (_, fields, controller) => {
  const metadata = fields.startsWith('metadata') ? '' : 'metadata: {name: web, namespace: shop}, ';
  const set = objectSet(`${classes}\n---\n{apiVersion: networking.k8s.io/v1, kind: Ingress, ${metadata}${fields}}`);
  expect(ingressControllerOf(set, set.of('networking.k8s.io/Ingress')[0])).toBe(controller);
});
