import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { RenderedFolder } from '../../../lib/synth/private/render-app';
import { staleCopies } from '../../../lib/synth/private/stale-copies';
import { fill, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();
const orders = { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'orders', namespace: 'shop' } };
const rendered = (name: string): RenderedFolder => (
  { name, files: new Map(), companions: new Map(), provided: [], charts: [{ chart: null as never, objects: [{ manifest: orders, origin: 'shop/orders' }] }] }
);
const found = (name = ''): string[] => staleCopies(temporary.path, rendered(name)).map(file => path.relative(temporary.path, file));

const OLD = 'apiVersion: networking.istio.io/v1beta1\nkind: VirtualService\nmetadata:\n  name: orders\n  namespace: shop\n';

test('a file that is not ours and holds an object of ours is found, whatever its version and name', () => {
  fill(temporary.path, { '0000-shop.k8s.yaml': OLD, 'all.yml': `a: 1\n---\n${OLD}`, 'one.json': JSON.stringify(orders), 'shop.k8s.yaml': OLD, '.cdk8s-mesh': 'shop.k8s.yaml\n' });
  expect(found()).toEqual(['0000-shop.k8s.yaml', 'all.yml', 'one.json']);
});

test('a folder of an environment is looked into for itself', () => {
  fill(temporary.path, { 'old.yaml': OLD, 'prod/old.yaml': OLD, 'prod/deeper/old.yaml': OLD });
  expect(found('prod')).toEqual(['prod/old.yaml']);
});

test.each([
  ['other objects', OLD.replace('orders', 'cart')],
  ['no YAML', '{'],
  ['no objects', '- 1\n---\nnull\n---\ntext\n'],
])('a file with %s is nobody\'s copy', (_, text) => {
  fill(temporary.path, { 'mine.yaml': text, 'readme.md': OLD });
  expect(found()).toEqual([]);
});

test('a folder that does not exist, or holds a folder called like a file, holds none', () => {
  expect(found('missing')).toEqual([]);
  mkdirSync(path.join(temporary.path, 'folder.yaml'));
  expect(found()).toEqual([]);
});
