import { load } from 'js-yaml';
import { neededByEarly, neededFirst } from '../../../lib/synth/private/needed-first';
import { deployment, kube, service } from '../../support/kube';

/** `one < other` for each of which the first has to come first, by their positions. */
function order(...objects: string[]): string[] {
  return neededFirst(objects.map(object => [load(object) as object])).map(({ needs, first }) => `${first} < ${needs}`);
}

const crd = '{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: c}, spec: {group: flagger.app, names: {kind: Canary}}}';
const rule = (host: string): string => kube('DestinationRule shop/web', `{host: ${host}}`);
const route = (host: string): string => kube('VirtualService shop/web', `{http: [{route: [{destination: {host: ${host}}}]}]}`);
const binding = '{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: b, namespace: shop}, roleRef: {kind: Role, name: r}, subjects: [{kind: ServiceAccount, name: a}]}';
const role = '{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r, namespace: shop}}';

test.each([
  ['an object needs its namespace', [kube('ConfigMap shop/a'), kube('Namespace shop')], ['1 < 0']],
  ['and its definition', [kube('Canary shop/a'), crd], ['1 < 0']],
  ['pods need what they run as', [deployment('shop/web', { pod: 'serviceAccountName: web' }), kube('ServiceAccount shop/web')], ['1 < 0']],
  ['and what they mount', [deployment('shop/web', { pod: 'volumes: [{configMap: {name: a}}]' }), kube('ConfigMap shop/a'), kube('ConfigMap other/a')], ['1 < 0']],
  ['a route needs the rule of its host', [route('web'), rule('web.shop.svc.cluster.local')], ['1 < 0']],
  ['however it is written', [rule('web'), route('web.shop.svc')], ['0 < 1']],
  ['but not of another', [route('web.other.svc.cluster.local'), rule('web')], []],
  ['a route of Kubernetes, too', [kube('HTTPRoute shop/web', '{rules: [{backendRefs: [{name: web, port: 80}]}]}'), rule('web')], ['1 < 0']],
  ['a route needs the Service of its host, since a proxy knows no other', [route('web.shop.svc.cluster.local'), service('shop/web'), service('other/web')], ['1 < 0']],
  ['a route of Kubernetes alike', [kube('HTTPRoute edge/web', '{rules: [{backendRefs: [{name: web, namespace: shop, port: 80}]}]}'), service('shop/web')], ['1 < 0']],
  ['and the entry of a host outside', [route('api.example.com'), kube('ServiceEntry shop/api', '{hosts: [api.example.com]}')], ['1 < 0']],
  ['a binding needs its role, and not that its accounts exist', [binding, role, kube('ServiceAccount shop/a')], ['1 < 0']],
  ['a kind may be called as what every object of JavaScript has', ['{apiVersion: a.b/v1, kind: constructor, metadata: {name: a}}', kube('Namespace shop')], []],
  ['nothing needs itself', [kube('Namespace shop')], []],
])('%s', (_, objects, expected) => {
  expect(order(...objects)).toEqual(expected);
  const early = neededByEarly(objects.map(object => load(object) as object)).map(({ needs, first }) => `${first} < ${needs}`);
  expect(early).toEqual(expected.filter(pair => pair === '1 < 0'));
});

test('what is moved for another brings what it needs itself, and nobody else is asked', () => {
  const objects = [kube('Namespace shop'), route('web'), deployment('shop/web', { pod: 'serviceAccountName: web' }), kube('ServiceAccount shop/web'), service('shop/web')];
  const early = neededByEarly(objects.map(object => load(object) as object)).map(({ needs, first }) => `${first} < ${needs}`);
  expect(early).toEqual(['0 < 1', '4 < 1', '0 < 2', '3 < 2', '0 < 4', '0 < 3']);
  expect(neededByEarly([objects[0], objects[4], objects[1]].map(object => load(object) as object))).toEqual([]);
});
