import path from 'node:path';
import { generate } from '../../../scripts/imports/generate';
import { LOCK_FILE, lockText, outputHashes } from '../../../scripts/imports/lock';
import { fill, temporaryFolder } from '../../support/folder';
import { widgetCrd } from '../../support/widget-crd';

const folder = temporaryFolder();

const source = { repository: 'example/widgets', revision: 'v1', commit: '0123', date: '2026-01-31', paths: ['crds/widget.yaml'] };

test('the lock says what was made, from what and by what, and stands among the files', () => {
  fill(folder.path, {
    'crds/widget.json': JSON.stringify(widgetCrd()),
    'facts/crd-sources.json': JSON.stringify([{ file: 'widget.json', ...source }]),
  });
  const { lock, files } = generate({ paths: [path.join(folder.path, 'crds')], facts: path.join(folder.path, 'facts'), tables: false });
  expect([...files.keys()]).toEqual(['example.com.ts', LOCK_FILE]);
  expect(files.get(LOCK_FILE)).toBe(lockText(lock));
  expect(lock).toEqual({
    generators: { 'cdk8s-cli': expect.any(String), 'json2jsii': expect.any(String), 'scripts/imports.ts': expect.any(String) },
    sources: { 'widget.json': { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), groups: ['example.com'], published: [source] } },
    constructs: { 'example.com.ts': ['example.com/v1/Widget'] },
    outputs: outputHashes(new Map([['example.com.ts', files.get('example.com.ts')!]])),
  });
}, 60_000);
