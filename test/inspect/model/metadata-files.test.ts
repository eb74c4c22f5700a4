import path from 'node:path';
import type { Finding } from '../../../lib/inspect/checks/finding';
import { MetadataFiles } from '../../../lib/inspect/model/metadata-files';
import { fill, temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();

function finding(file: string): Finding {
  const object = { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web' };
  return { code: 'CRD001', rule: 'unknown-field', severity: 'error', message: 'no', object, aliases: [], file: path.join(folder.path, file), url: '' };
}

test('the construct is found from beside the manifest, and from below environments, charts and namespaces', () => {
  const metadata = JSON.stringify({ version: '1.0.0', resources: {}, folders: { prod: { 'Service shop/web': 'prod/web' } } });
  fill(folder.path, { 'dist/construct-metadata.json': metadata, 'dist/prod/a.yaml': '', 'dist/prod/chart/shop/b.yaml': '', 'dist/1/2/3/4/c.yaml': '', 'd.yaml': '' });

  const named = new MetadataFiles().nameConstructs(['dist/prod/a.yaml', 'dist/prod/chart/shop/b.yaml', 'dist/1/2/3/4/c.yaml', 'd.yaml', 'dist/prod/nowhere.yaml'].map(finding));
  expect(named.map(({ construct }) => construct)).toEqual(['prod/web', 'prod/web', undefined, undefined, undefined]);
  expect(Object.keys(named[0]).slice(3, 6)).toEqual(['message', 'object', 'construct']);
});

test('a finding without object has no construct', () => {
  fill(folder.path, { 'construct-metadata.json': '{}', 'a.yaml': '' });
  const { object, ...rest } = finding('a.yaml');
  expect(new MetadataFiles().nameConstructs([rest])).toEqual([rest]);
  expect(object).toBeDefined();
});
