import { repeatedObjectCheck } from '../../../../lib/inspect/checks/mesh/repeated-object';
import { SourceFile } from '../../../../lib/inspect/model/source-file';
import { judgeFiles } from '../../../support/judge';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const map = (value: string, place = 'shop/flags'): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {namespace: ${place.split('/')[0]}, name: ${place.split('/')[1]}}\ndata: {a: "${value}"}\n`;

ruleCases(repeatedObjectCheck, [
  ['an object with other contents', together(map('1'), map('2')), ['error metadata.name: this object is also defined at shop.yaml:7 with different contents, which replace these']],
  ['the same object again', together(map('1'), map('1')), ['warning metadata.name: this object is also defined at shop.yaml:7, identically']],
  ['three documents', together(map('1'), map('2'), map('3')), [
    'error metadata.name: this object is also defined at shop.yaml:13 with different contents, which replace these',
    'error metadata.name: this object is also defined at shop.yaml:13 with different contents, which replace these',
  ]],
  ['another version of one kind', together(kube('HTTPRoute shop/orders'), kube('HTTPRoute shop/orders').replace('k8s.io/v1', 'k8s.io/v1beta1')), [
    'error metadata.name: this object is also defined at shop.yaml:3 with different contents, which replace these',
  ]],
], [
  ['another name', together(map('1'), map('1', 'shop/more'))],
  ['another namespace', together(map('1'), map('1', 'lab/flags'))],
  ['another kind', together(kube('Gateway shop/edge'), kube('IstioGateway shop/edge'))],
  ['names that the cluster makes', together(kube('Job shop/a').replace('name:', 'generateName:'), kube('Job shop/a').replace('name:', 'generateName:'))],
]);

test('of two files no one knows which is applied last', () => {
  const files = [new SourceFile('a.yaml', map('1')), new SourceFile('b.yaml', map('2'))];

  expect(judgeFiles(files, { checks: [repeatedObjectCheck] }).findings.map(({ message }) => message)).toEqual([
    'this object is also defined at b.yaml:1 with different contents: the one applied last wins',
  ]);
});

test.each([
  ['clusters/stage/apps.yaml', 'clusters/eu/apps.yaml', 0],
  ['shop/dev/a.yaml', 'shop/production/a.yaml', 0],
  ['orders/a.yaml', 'pay/a.yaml', 1],
  ['dev/a.yaml', 'prod/b.yaml', 0],
  ['dev/a.yaml', 'dev/b.yaml', 1],
  ['dev/a.yaml', 'shop/prod/a.yaml', 1],
])('objects of %s and %s are told so often: %s', (one, other, count) => {
  const files = [new SourceFile(one, map('1')), new SourceFile(other, map('2'))];
  expect(judgeFiles(files, { checks: [repeatedObjectCheck] }).findings).toHaveLength(count);
});
