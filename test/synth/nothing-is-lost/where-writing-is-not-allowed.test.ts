// A real read-only disk where one can be mounted; and a child process of a user without rights, where such a user can run Node.
import { chmodSync, chownSync } from 'node:fs';
import path from 'node:path';
import { ChildProgram } from '../../support/child-program';
import { temporaryFolder } from '../../support/folder';
import { canRunPowerless, POWERLESS } from '../../support/powerless-user';
import { SmallDisk } from '../../support/small-disk';
import { Edition, shop } from './shop';
import { expectNothingLost, failureOf, State, stateOf } from './two-states';

const SERVICES = 4;

const temporary = temporaryFolder();
const renderShop = new ChildProgram('test/synth/nothing-is-lost/render-shop.ts');
const onSmallDisk = SmallDisk.canMake() ? test : test.skip;
const asPowerlessUser = canRunPowerless() ? test : test.skip;

function dist(): string {
  return path.join(temporary.path, 'dist');
}

function stateAfter(edition: Edition): State {
  shop(edition, { outdir: dist(), services: SERVICES }).synth();
  return stateOf(dist());
}

describe('on a read-only disk', () => {
  const repair = 'Make it writable, or choose another output folder, and run again. No file has been changed.';

  onSmallDisk('nothing changes, and the message says so', () => {
    const disk = new SmallDisk(dist(), 512);
    try {
      const [later, earlier] = [stateAfter('new'), stateAfter('old')];
      disk.makeReadOnly();
      expect(failureOf(shop('new', { outdir: dist(), services: SERVICES })))
        .toBe(`${path.join(dist(), '.cdk8s-mesh.lock')}: cannot be written: the file system is read-only (EROFS). ${repair}`);
      expect(stateOf(dist())).toEqual(earlier);
      disk.makeWritable();
      expect(stateAfter('new')).toEqual(later);
    } finally {
      disk.remove();
    }
  });

  onSmallDisk('no folder is created, and the message says so', () => {
    const disk = new SmallDisk(path.join(temporary.path, 'disk'), 512);
    const outdir = path.join(disk.folder, 'build', 'dist');
    try {
      disk.makeReadOnly();
      expect(failureOf(shop('new', { outdir, services: SERVICES }))).toBe(`${outdir}: cannot be written: the file system is read-only (EROFS). ${repair}`);
    } finally {
      disk.remove();
    }
  });
});

describe('without the right to write', () => {
  /** Renders as a user who may only do what everybody may. */
  async function failureOfChild(): Promise<{ readonly code: number | null; readonly message?: string }> {
    const { code, stderr } = await renderShop.run(['new', dist(), String(SERVICES)], POWERLESS);
    return { code, message: /^(?:File)?Error: (.*)$/m.exec(stderr)?.[1] };
  }

  /** Gives files and folders to the user of the child process. */
  function give(...files: readonly string[]): void {
    const { uid, gid } = POWERLESS;
    if (uid !== undefined && gid !== undefined) {
      files.forEach(file => chownSync(path.join(dist(), file), uid, gid));
    }
  }

  function notAllowed(file: string, verb: string, state: string): string {
    return `${path.join(dist(), file)}: cannot be ${verb}: permission denied (EACCES). Grant the permission, or choose another output folder, and run again. ${state}`;
  }

  // mkdtemp keeps other users out.
  beforeEach(() => chmodSync(path.dirname(temporary.path), 0o755));

  asPowerlessUser('to the folder, nothing changes, and the message says so', async () => {
    const [later, earlier] = [stateAfter('new'), stateAfter('old')];
    chmodSync(dist(), 0o555);
    expect(await failureOfChild()).toEqual({ code: 1, message: notAllowed('.cdk8s-mesh.lock', 'written', 'No file has been changed.') });
    expect(stateOf(dist())).toEqual(earlier);
    chmodSync(dist(), 0o755);
    expect(stateAfter('new')).toEqual(later);
  });

  asPowerlessUser('to the folder of an environment, nothing changes anywhere', async () => {
    const [later, earlier] = [stateAfter('new'), stateAfter('old')];
    give('');
    chmodSync(path.join(dist(), 'dev'), 0o555);
    expect(await failureOfChild()).toEqual({ code: 1, message: notAllowed('dev/.cdk8s-mesh.tmp', 'written', 'No file has been changed.') });
    expect(stateOf(dist())).toEqual(earlier);
    chmodSync(path.join(dist(), 'dev'), 0o755);
    expect(stateAfter('new')).toEqual(later);
  });

  asPowerlessUser('to a folder of a chart, every file is wholly old or wholly new, and the message says so', async () => {
    const [later, earlier] = [stateAfter('new'), stateAfter('old')];
    give('', ...earlier.folders);
    const folder = path.join(dist(), 'dev/service-3/shop-3');
    chmodSync(folder, 0o555);
    expect(await failureOfChild()).toEqual({
      code: 1,
      message: notAllowed('dev/service-3/shop-3/ConfigMap.settings.k8s.yaml', 'written', 'Some files are already new, the others still old; the next run completes the change.'),
    });
    expectNothingLost(stateOf(dist()), earlier, later);
    chmodSync(folder, 0o755);
    expect(stateAfter('new')).toEqual(later);
  });

  asPowerlessUser('to read a file, nothing changes, and the message says so', async () => {
    const [later, earlier] = [stateAfter('new'), stateAfter('old')];
    give('', 'dev');
    const file = path.join(dist(), 'dev/service-3/shop-3/ConfigMap.settings.k8s.yaml');
    chmodSync(file, 0o000);
    expect(await failureOfChild()).toEqual({ code: 1, message: notAllowed('dev/service-3/shop-3/ConfigMap.settings.k8s.yaml', 'read', 'No file has been changed.') });
    chmodSync(file, 0o644);
    expect(stateOf(dist())).toEqual(earlier);
    expect(stateAfter('new')).toEqual(later);
  });
});
