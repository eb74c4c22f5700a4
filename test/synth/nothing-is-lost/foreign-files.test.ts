import path from 'node:path';
import { ApiObject, App, Chart, Yaml } from 'cdk8s';
import { load, loadAll } from 'js-yaml';
import { MeshApp } from '../../../lib';
import { contentsOf, diskIgnoresCase, fill, temporaryFolder } from '../../support/folder';
import { Edition, shop } from './shop';
import { failureOf, State, stateOf } from './two-states';

const temporary = temporaryFolder();
const SETTINGS = 'service-5/shop-5/ConfigMap.settings.k8s.yaml';

function dist(...segments: string[]): string {
  return path.join(temporary.path, 'dist', ...segments);
}

function failure(edition: Edition): string | undefined {
  return failureOf(shop(edition, { outdir: dist(), services: 4 }));
}

function stateAfter(edition: Edition): State {
  expect(failure(edition)).toBeUndefined();
  return stateOf(dist());
}

test('files of others stay through every run, wherever they lie', () => {
  const foreign = { 'README.md': 'by hand', 'kustomization.yaml': 'resources: []\n', 'dev/notes.yaml': 'by: hand\n', 'service-0/shop-0/notes.yaml': 'by: hand\n', 'empty/.gitkeep': '' };
  fill(dist(), foreign);
  (['old', 'new', 'old', 'new'] as const).forEach(edition => {
    stateAfter(edition);
    expect(contentsOf(dist())).toMatchObject(foreign);
  });
});

describe('a file of others in the way', () => {
  test('is refused, and nothing changes', () => {
    const [later, earlier] = [stateAfter('new'), stateAfter('old')];
    const foreign = { [SETTINGS]: 'kind: ConfigMap # by hand\n' };
    fill(dist(), foreign);
    expect(failure('new')).toBe(`${dist(SETTINGS)}: is in the way of a rendered file: it is not managed by cdk8s-mesh (${dist('.cdk8s-mesh')} does not list it), and is not what cdk8s would write for the same objects. Move it away, or add it to the list to have it replaced.`);
    expect(contentsOf(dist())).toEqual({ ...earlier.files, ...foreign });

    fill(dist(), { '.cdk8s-mesh': `${earlier.files['.cdk8s-mesh']}${SETTINGS}\n` });
    expect(stateAfter('new')).toEqual(later);
  });

  test('is refused in a folder without a list', () => {
    const foreign = { [SETTINGS]: 'kind: ConfigMap # by hand\n', 'dev/service-5/shop-5/ConfigMap.settings.k8s.yaml': 'also: by hand\n' };
    fill(dist(), foreign);
    expect(failure('new')).toContain(`${dist(SETTINGS)}: is in the way of a rendered file: it is not managed by cdk8s-mesh`);
    expect(contentsOf(dist())).toEqual(foreign);
  });

  test('is refused when only its case tells it from one of ours, wherever it runs', () => {
    const earlier = stateAfter('old');
    const twin = SETTINGS.replace('settings', 'Settings');
    fill(dist(), { [twin]: 'by: hand\n' });
    expect(failure('new')).toBe(diskIgnoresCase()
      ? `${dist(SETTINGS)}: is in the way of a rendered file: it is not managed by cdk8s-mesh (${dist('.cdk8s-mesh')} does not list it), and is not what cdk8s would write for the same objects. Move it away, or add it to the list to have it replaced.`
      : `${dist(SETTINGS)}: conflicts with ${dist(twin)}, which is not managed by cdk8s-mesh: on a case-insensitive file system they are the same file. Rename one of the two.`);
    expect(contentsOf(dist())).toEqual({ ...earlier.files, [twin]: 'by: hand\n' });
  });

  test('is taken over when a stock App wrote it for the same objects', () => {
    const later = stateAfter('new');
    fill(dist(), { '.cdk8s-mesh': '', [SETTINGS]: Yaml.stringify(load(later.files[SETTINGS])) });
    expect(stateAfter('new')).toEqual(later);
  });
});

test('a project of a stock App switches without cleaning up', () => {
  const build = <T extends App>(app: T): T => {
    ['shop', 'web'].forEach(id => new ApiObject(new Chart(app, id), 'one', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' }, data: { on: 'yes', list: '- a' } }));
    return app;
  };
  build(new App({ outdir: dist() })).synth();
  const stock = contentsOf(dist());
  build(new MeshApp({ outdir: dist() })).synth();
  const ours = contentsOf(dist());
  expect(Object.keys(ours)).toEqual(['.cdk8s-mesh', ...Object.keys(stock)]);
  Object.keys(stock).forEach(file => expect(loadAll(ours[file])).toEqual(loadAll(stock[file])));
});

describe('an ownership list that was tampered with', () => {
  test.each(['../outside.yaml', '/etc/hostname', 'dev/../../outside.yaml'])('removes no file at %s', entry => {
    const earlier = stateAfter('old');
    fill(temporary.path, { 'outside.yaml': 'not ours' });
    const list = `${earlier.files['.cdk8s-mesh']}${entry}\n`;
    fill(dist(), { '.cdk8s-mesh': list });
    expect(failure('new')).toBe(`${dist('.cdk8s-mesh')}:${list.split('\n').length - 1}: ${JSON.stringify(entry)} is not the path of a file that cdk8s-mesh writes. Expected a path below the folder, with "/". Remove the line.`);
    expect(contentsOf(temporary.path)).toEqual({
      'outside.yaml': 'not ours', ...Object.fromEntries(Object.entries({ ...earlier.files, '.cdk8s-mesh': list }).map(([file, text]) => [`dist/${file}`, text])),
    });
  });

  test('removes no file of an environment', () => {
    const earlier = stateAfter('old');
    const entry = 'dev/service-3/shop-3/ConfigMap.settings.k8s.yaml';
    fill(dist(), { '.cdk8s-mesh': `${earlier.files['.cdk8s-mesh']}${entry}\n` });
    expect(failure('new')).toBe(`${dist(entry)}: would be written to ${dist()}, but ${dist('dev')} is the folder of an environment. Remove the file, and every line that begins with dev/ from ${dist('.cdk8s-mesh')}.`);
    expect(contentsOf(dist())[entry]).toBe(earlier.files[entry]);
  });
});
