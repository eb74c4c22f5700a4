import path from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { load } from 'js-yaml';
import { MeshApp } from '../../../lib';
import { Manifest } from '../../../lib/synth/private/rendered-chart';
import { inSyncWave } from '../../../lib/synth/private/sync-waves';
import { contentsOf, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();
const WAVE = 'argocd.argoproj.io/sync-wave';
const waveOf = (manifest: Manifest): number => Number(inSyncWave(manifest).metadata?.annotations?.[WAVE] ?? 0);

test('namespaces go first and routes after the subsets that they name; pods need no word', () => {
  const kinds = ['Namespace', 'ServiceAccount', 'Service', 'Deployment', 'Widget', 'DestinationRule', 'VirtualService'];
  expect(kinds.map(kind => [kind, waveOf({ kind })])).toEqual([
    ['Namespace', -7], ['ServiceAccount', -4], ['Service', -1], ['Deployment', 0], ['Widget', 0], ['DestinationRule', 1], ['VirtualService', 2],
  ]);
});

test('a wave that is said stays, and so do other annotations', () => {
  const said = { kind: 'VirtualService', metadata: { name: 'web', annotations: { [WAVE]: '9' } } };
  expect(inSyncWave(said)).toBe(said);
  expect(inSyncWave({ kind: 'VirtualService', metadata: { name: 'web', annotations: { team: 'shop' } } }).metadata).toEqual({ name: 'web', annotations: { team: 'shop', [WAVE]: '2' } });
});

test.each([[true, { [WAVE]: '-7' }], [undefined, undefined]])('an app that is told syncWaves: %s', (syncWaves, annotations) => {
  const app = new MeshApp({ outdir: path.join(temporary.path, 'dist'), syncWaves });
  new ApiObject(new Chart(app, 'shop'), 'shop', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  app.synth();
  expect((load(contentsOf(temporary.path)['dist/shop.k8s.yaml']) as Manifest).metadata?.annotations).toEqual(annotations);
});
