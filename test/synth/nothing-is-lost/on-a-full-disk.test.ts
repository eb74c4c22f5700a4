// A real disk of 512 KiB. Where none can be mounted, these tests are skipped, and say so.
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MeshApp } from '../../../lib';
import { temporaryFolder } from '../../support/folder';
import { SmallDisk } from '../../support/small-disk';
import { Edition, shop } from './shop';
import { failureOf, State, stateOf } from './two-states';

const temporary = temporaryFolder();
const onSmallDisk = SmallDisk.canMake() ? test : test.skip;
let disk: SmallDisk;

beforeEach(() => disk = new SmallDisk(path.join(temporary.path, 'disk'), 512));
afterEach(() => disk.remove());

function dist(): string {
  return path.join(disk.folder, 'dist');
}

function app(edition: Edition): MeshApp {
  return shop(edition, { outdir: dist(), services: 4 });
}

function stateAfter(edition: Edition): State {
  app(edition).synth();
  return stateOf(dist());
}

/** Lets others fill the disk, but for so many blocks. */
function leaveFree(blocks: number): void {
  const { bfree, bsize } = statfsSync(disk.folder);
  writeFileSync(path.join(disk.folder, 'others'), Buffer.alloc((bfree - blocks) * bsize));
}

function free(): void {
  rmSync(path.join(disk.folder, 'others'));
}

function fullMessage(file: string): string {
  return `${path.join(dist(), file)}: cannot be written: the disk is full (ENOSPC). Free some space, and run again. No file has been changed.`;
}

onSmallDisk('however little room there is, all files are new or none is, and the message says what happened', () => {
  const [later, earlier] = [stateAfter('new'), stateAfter('old')];
  const failures: string[] = [];
  for (let blocks = 0; ; blocks += 1) {
    leaveFree(blocks);
    const message = failureOf(app('new'));
    const now = stateOf(dist());
    free();
    if (message === undefined) {
      expect(now).toEqual(later);
      break;
    }
    expect(now).toEqual(earlier);
    failures.push(message);
  }
  const [atLock, ...whileStaging] = failures;
  expect(atLock).toBe(fullMessage('.cdk8s-mesh.lock'));
  expect(whileStaging).toContain(fullMessage('service-3/shop-3/ConfigMap.settings.k8s.yaml'));
  expect(whileStaging).toContain(fullMessage('dev/service-5/shop-5/ConfigMap.of-new.k8s.yaml'));
  expect(whileStaging).toContain(fullMessage('.cdk8s-mesh'));
  expect(failures.length).toBeGreaterThan(10);
  expect(stateAfter('old')).toEqual(earlier);
});

onSmallDisk('a first run leaves nothing behind when there is no room', () => {
  leaveFree(3);
  expect(failureOf(app('new'))).toBe(fullMessage('service-3/shop-3/ConfigMap.settings.k8s.yaml'));
  expect(stateOf(disk.folder).folders).toEqual([]);
  free();
  expect(Object.keys(stateAfter('new').files)).toContain('service-3/shop-3/ConfigMap.settings.k8s.yaml');
});
