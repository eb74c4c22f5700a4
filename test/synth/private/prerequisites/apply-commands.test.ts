import { loadAll } from 'js-yaml';
import { applyFiles, applyKustomizations, ApplyUnit } from '../../../../lib/synth/private/prerequisites/apply-commands';
import { kube, together } from '../../../support/kube';

const unit = (path: string, ...objects: string[]): ApplyUnit => ({ path, objects: loadAll(together(...objects)) as object[] });
const [NAMESPACE, ACCOUNT, MAP] = [kube('Namespace shop'), kube('ServiceAccount shop/web'), kube('ConfigMap other/settings')];

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
])('%s', (_, files, expected) => {
  expect(applyFiles(files)).toEqual(expected);
});

test('kustomizations, each after those that it needs', () => {
  expect(applyKustomizations([unit('a/', ACCOUNT), unit('b/', MAP), unit('c/', NAMESPACE)])).toEqual(['c/', 'a/', 'b/'].map(path => `kubectl apply -k ${path}`));
});
