import path from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { load } from 'js-yaml';
import { MeshApp } from '../../../lib';
import { Manifest } from '../../../lib/synth/private/manifest';
import { inSyncWave } from '../../../lib/synth/private/sync-waves';
import { contentsOf, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();
const WAVE = 'argocd.argoproj.io/sync-wave';
const OPTIONS = 'argocd.argoproj.io/sync-options';
const waveOf = (manifest: Manifest): number => Number(inSyncWave(manifest).metadata?.annotations?.[WAVE] ?? 0);

test('subsets go before pods, and routes that name them after; what needs no wave has none', () => {
  const kinds = ['Namespace', 'CustomResourceDefinition', 'DestinationRule', 'Service', 'PersistentVolumeClaim', 'Deployment', 'Widget', 'VirtualService', 'HTTPRoute', 'TrafficSplit'];
  expect(kinds.map(kind => [kind, waveOf({ kind })])).toEqual([
    ['Namespace', -2], ['CustomResourceDefinition', -2], ['DestinationRule', -1], ['Service', 0], ['PersistentVolumeClaim', 0], ['Deployment', 0], ['Widget', 0],
    ['VirtualService', 1], ['HTTPRoute', 1], ['TrafficSplit', 1],
  ]);
  expect(inSyncWave({ kind: 'Deployment' })).toEqual({ kind: 'Deployment' });
});

test('a wave that is said stays, and so do other annotations', () => {
  const said = { kind: 'VirtualService', metadata: { name: 'web', annotations: { [WAVE]: '9' } } };
  expect(inSyncWave(said)).toEqual(said);
  expect(inSyncWave({ kind: 'VirtualService', metadata: { name: 'web', annotations: { team: 'shop' } } }).metadata).toEqual({ name: 'web', annotations: { team: 'shop', [WAVE]: '1' } });
});

test('what routes name goes last, unless it says otherwise', () => {
  const options = (kind: string, said?: string): string | undefined =>
    inSyncWave({ kind, metadata: said === undefined ? {} : { annotations: { [OPTIONS]: said } } }).metadata?.annotations?.[OPTIONS];
  expect(['DestinationRule', 'Gateway', 'Service', 'ServiceEntry'].map(kind => options(kind))).toEqual(Array(4).fill('PruneLast=true'));
  expect(['VirtualService', 'Deployment'].map(kind => options(kind))).toEqual([undefined, undefined]);
  expect(['Replace=true', 'PruneLast=false'].map(said => options('Service', said))).toEqual(['Replace=true,PruneLast=true', 'PruneLast=false']);
  expect(options('Deployment', 'Replace=true')).toBe('Replace=true');
});

test.each([[true, { [WAVE]: '-2' }], [undefined, undefined]])('an app that is told syncWaves: %s', (syncWaves, annotations) => {
  const app = new MeshApp({ outdir: path.join(temporary.path, 'dist'), syncWaves });
  new ApiObject(new Chart(app, 'shop'), 'shop', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  app.synth();
  expect((load(app.synthYaml()) as Manifest).metadata?.annotations).toEqual(annotations);
  expect((load(contentsOf(temporary.path)['dist/shop.k8s.yaml']) as Manifest).metadata?.annotations).toEqual(annotations);
});
