import { loadAll } from 'js-yaml';
import { applyFiles, applyKustomizations, ApplyUnit } from '../../../../lib/synth/private/prerequisites/apply-commands';
import { kube, service, together } from '../../../support/kube';

const unit = (path: string, ...objects: string[]): ApplyUnit => ({ path, objects: loadAll(together(...objects)) as object[] });
const [NAMESPACE, ACCOUNT, MAP] = [kube('Namespace shop'), kube('ServiceAccount shop/web'), kube('ConfigMap other/settings')];
const route = (namespace: string, host: string): string => kube(`VirtualService ${namespace}/r`, `{http: [{route: [{destination: {host: ${host}.svc.cluster.local}}]}]}`);

test.each([
  ['the folder, where names are in order', [unit('b.yaml', ACCOUNT), unit('a.yaml', NAMESPACE)], ['kubectl apply -f .']],
  ['each file, where one needs a later one', [unit('a.yaml', ACCOUNT), unit('b.yaml', NAMESPACE), unit('c.yaml', MAP)], ['kubectl apply -f b.yaml -f a.yaml -f c.yaml']],
  ['each file, where kubectl would not read them', [unit('b.txt', ACCOUNT), unit('a.txt', NAMESPACE)], ['kubectl apply -f a.txt -f b.txt']],
  [
    'all twice, where two need each other', [unit('a.yaml', ACCOUNT, kube('Namespace other')), unit('b.yaml', MAP, NAMESPACE)],
    ['kubectl apply -f a.yaml -f b.yaml', 'kubectl apply -f a.yaml -f b.yaml'],
  ],
  [
    'namespaces and then folders, where each object has a file', [unit('shop/ServiceAccount.web.yaml', ACCOUNT), unit('Namespace.shop.yaml', NAMESPACE), unit('other/ConfigMap.yaml', MAP)],
    ['kubectl apply -f Namespace.shop.yaml', 'kubectl apply -f other -f shop'],
  ],
  ['a route after the Service of its host', [unit('edge.yaml', route('edge', 'web.shop')), unit('shop.yaml', service('shop/web'))], ['kubectl apply -f shop.yaml -f edge.yaml']],
  [
    'nothing twice, where routes lead to each other: kubectl takes them', [
      unit('a.yaml', ACCOUNT, service('a/a'), route('a', 'b.b')), unit('b.yaml', NAMESPACE, service('b/b'), route('b', 'a.a')),
    ], ['kubectl apply -f b.yaml -f a.yaml'],
  ],
  [
    'folders alike', [unit('edge/VirtualService.web.yaml', route('edge', 'web.shop')), unit('shop/Service.web.yaml', service('shop/web'))],
    ['kubectl apply -f shop -f edge'],
  ],
])('%s', (_, files, expected) => {
  expect(applyFiles(files)).toEqual(expected);
});

test('kustomizations, each after those that it needs', () => {
  expect(applyKustomizations([unit('a/', ACCOUNT), unit('b/', MAP), unit('c/', NAMESPACE)])).toEqual(['c/', 'a/', 'b/'].map(path => `kubectl apply -k ${path}`));
});
