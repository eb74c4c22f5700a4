import path from 'node:path';
import { otherClusters } from '../../lib/cli/other-clusters';
import { SchemaStore } from '../../lib/inspect/schema/schema-store';
import { fill, temporaryFolder } from '../support/folder';

const rules = { schemas: SchemaStore.at(path.resolve('imports/schemas')), defaultNamespace: 'default' };
const folder = temporaryFolder();

const service = (name: string): string => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\n`;

/** The Services of each cluster that these flags name; `@` stands for the folder with the files. */
function servicesOf(files: Readonly<Record<string, string>>, ...flags: string[]): Record<string, string[]> {
  fill(folder.path, files);
  const clusters = otherClusters(flags.map(flag => flag.replace('@', folder.path)), rules);
  return Object.fromEntries(clusters.map(({ name, set }) => [name, set.of('Service').map(({ fullName }) => fullName)]));
}

function refusal(files: Readonly<Record<string, string>>, flag: string): string {
  try {
    return JSON.stringify(servicesOf(files, flag));
  } catch (error) {
    return (error as Error).message.replaceAll(folder.path, '@');
  }
}

test('each cluster is a file or a folder, or several of them', () => {
  const files = { 'west.yaml': service('cart'), 'east/a.yaml': service('cart'), 'east/b.yaml': service('orders'), 'more.yaml': service('stock') };
  expect(servicesOf(files, 'west=@/west.yaml', 'east=@/east', 'west=@/more.yaml')).toEqual({
    west: ['shop/cart', 'shop/stock'], east: ['shop/cart', 'shop/orders'],
  });
});

test('the name ends at the first =', () => {
  expect(servicesOf({ 'a=b.yaml': service('cart') }, 'west=@/a=b.yaml')).toEqual({ west: ['shop/cart'] });
});

test.each([
  ['west', '--cluster west: expected NAME=PATH, for example --cluster west=clusters/west'],
  ['=west', '--cluster =west: expected NAME=PATH, for example --cluster west=clusters/west'],
  ['west=@/nowhere', '@/nowhere: no such file or folder'],
  ['west=@/broken.yaml', '--cluster west: part of @/broken.yaml cannot be read; run cdk8s-mesh check @/broken.yaml to see why'],
])('--cluster %s is refused', (flag, message) => {
  expect(refusal({ 'broken.yaml': 'a: b: c' }, flag)).toBe(message);
});
