import { mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { MeshApp } from '../../../lib';
import { inFolder, outputFolderOf } from '../../../lib/delivery/private/output-folder';
import { temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();
const variables = { ...process.env };
const before = process.cwd();

afterEach(() => {
  process.chdir(before);
  process.env = { ...variables };
  jest.restoreAllMocks();
});

const within = (app: Construct): Construct => new Chart(app, 'argo');

/** What is warned of while an app is made in a folder of a repository. */
function foundIn(place: string, outdir?: string, said?: string): [folder: string, warnings: unknown[]] {
  mkdirSync(path.join(folder.path, '.git'));
  mkdirSync(path.join(folder.path, place), { recursive: true });
  process.chdir(path.join(folder.path, place));
  const warn = jest.spyOn(process, 'emitWarning').mockReturnValue(undefined);
  const found = outputFolderOf(within(new MeshApp({ outdir })), said);
  return [found, warn.mock.calls.map(([warning]) => warning)];
}

describe('where the app writes', () => {
  test.each([
    [undefined, 'dist'], ['dist', 'dist'], ['./out/k8s/', 'out/k8s'], ['.', ''], ['a/../..b', '..b'],
    [path.join(process.cwd(), 'services/dist'), 'services/dist'],
  ])('outdir %j is the folder "%s"', (outdir, expected) => {
    expect(outputFolderOf(within(new MeshApp({ outdir })), undefined)).toBe(expected);
  });

  test('an app that is none of ours writes to dist', () => {
    expect(outputFolderOf(within(new App({ outdir: 'out' })), undefined)).toBe('dist');
  });

  test.each([
    [{ CDK8S_OUTDIR: 'k8s' }, 'k8s'],
    [{ CDK8S_OUTDIR: '/tmp/cdk8s-1' }, 'dist'],
    [{ CDK8S_OUTDIR: 'k8s', CDK8S_MESH_OUTDIR: 'fresh' }, 'k8s'],
    [{ CDK8S_MESH_OUTDIR: '/tmp/fresh' }, 'dist'],
  ])('what starts it with %j is asked where the program says nothing: "%s"', (env, expected) => {
    Object.assign(process.env, env);
    expect([undefined, 'mine'].map(outdir => outputFolderOf(within(new MeshApp({ outdir })), undefined))).toEqual([expected, 'mine']);
  });

  test.each(['..', '../dist'])('outdir %j is in no place of the repository that anybody knows', outdir => {
    expect(() => outputFolderOf(within(new MeshApp({ outdir })), undefined)).toThrow(new Error(
      `argo: the app writes to "${outdir}", outside its working folder, so its place in the repository is unknown. Set outputFolder: "dist".`,
    ));
    expect(outputFolderOf(within(new MeshApp({ outdir })), 'dist')).toBe('dist');
  });
});

test('an app that writes somewhere on a machine, as in a test, names dist, and is told', () => {
  expect(foundIn('.', '/srv/out')).toEqual(['dist', [
    'argo: the app writes to "/srv/out", outside its working folder, so its place in the repository is unknown: "dist" is named. Set outputFolder: "dist".',
  ]]);
  expect(outputFolderOf(within(new MeshApp({ outdir: '/srv/out' })), 'k8s')).toBe('k8s');
});

describe('below the root of the repository', () => {
  const warning = (named: string, written: string): string => (
    `argo: names the folder "${named}" of the repository, but this app writes to "${written}". Set outputFolder: "${written}".`
  );

  test.each([
    ['services/shop', undefined, [warning('dist', 'services/shop/dist')]],
    ['services', '.', [warning('.', 'services')]],
    ['.', undefined, []],
  ])('an app in %s is told that its folder is called otherwise there, and names it all the same', (place, outdir, expected) => {
    expect(foundIn(place, outdir)).toEqual([outdir === '.' ? '' : 'dist', expected]);
  });

  test('an app that says it is told nothing', () => {
    expect(foundIn('services', undefined, 'services/dist')).toEqual(['services/dist', []]);
  });

  test('without a repository nobody is told anything', () => {
    process.chdir(realpathSync(folder.path));
    const warn = jest.spyOn(process, 'emitWarning').mockReturnValue(undefined);
    expect(outputFolderOf(within(new MeshApp()), undefined)).toBe('dist');
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('what is said', () => {
  test.each([['dist', 'dist'], ['./out/k8s/', 'out/k8s'], ['.', ''], ['./', ''], ['', '']])('%j is the folder "%s"', (said, expected) => {
    expect(outputFolderOf(within(new MeshApp({ outdir: '../out' })), said)).toBe(expected);
  });

  test.each(['/dist', '..', '../dist', 'a/../../dist'])('%j is no folder of a repository', said => {
    expect(() => outputFolderOf(within(new MeshApp()), said)).toThrow(new Error(
      `argo: outputFolder "${said}" is not a folder of a repository. Write its path from the root, such as "dist", or "." for the root itself.`,
    ));
  });
});

test('a path in the root has no folder before it', () => {
  expect([inFolder('', 'prod/shop'), inFolder('dist', 'prod/shop')]).toEqual(['prod/shop', 'dist/prod/shop']);
});
