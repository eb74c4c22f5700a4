import path from 'node:path';
import { readFacts, readPublicSources } from '../../../scripts/imports/facts';
import { fill, temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();

test('facts are inputs whose names cannot be those of CRD files', () => {
  fill(folder.path, { 'kubernetes.json': '{"a":1}', 'istio-history.json': '{"b":2}', 'istio-annotations.json': '{"e":5}', 'istio-values.json': '{"c":3}', 'mesh-config.json': '{"d":4}' });
  expect(readFacts(folder.path)).toEqual({
    builtins: { name: 'facts/kubernetes.json', text: '{"a":1}' },
    istioHistory: { name: 'facts/istio-history.json', text: '{"b":2}' },
    istioAnnotations: { name: 'facts/istio-annotations.json', text: '{"e":5}' },
    istioValues: { name: 'facts/istio-values.json', text: '{"c":3}' },
    meshConfig: { name: 'facts/mesh-config.json', text: '{"d":4}' },
  });
});

test('fails when a file of facts is missing', () => {
  fill(folder.path, { 'kubernetes.json': '{}' });
  const missing = path.join(folder.path, 'istio-history.json');
  expect(() => readFacts(folder.path))
    .toThrow(new Error(`${missing}: no such file; --facts names the folder that holds it, --no-tables goes without schema tables`));
});

test('public sources are read where the folder knows them', () => {
  expect(readPublicSources(folder.path)).toEqual([]);
  const source = { file: 'a.yaml', repository: 'example/a', revision: 'v1', commit: '0123', date: '2026-01-31', paths: ['crds/a.yaml'] };
  fill(folder.path, { 'crd-sources.json': JSON.stringify([source]) });
  expect(readPublicSources(folder.path)).toEqual([source]);
});

test('fails when what should be a file cannot be read', () => {
  fill(folder.path, { 'crd-sources.json/file': '' });
  expect(() => readPublicSources(folder.path)).toThrow('EISDIR');
});
