import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of a few KiB in memory, which can be made read-only. Only root may make one, and not in every container. */
export class SmallDisk {
  /** Whether this process may make one; where it may not, says so loudly. */
  public static canMake(): boolean {
    const folder = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-test-disk-'));
    try {
      new SmallDisk(folder, 64).remove();
      return true;
    } catch (error) {
      console.warn(`SKIPPED: no disk can be mounted here (${String(error)}), so what happens on a full or read-only disk is not tested`);
      return false;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** Mounts one at a folder, which is created if need be. */
  constructor(public readonly folder: string, kibibytes: number) {
    mkdirSync(folder, { recursive: true });
    run('mount', '-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', folder);
  }

  public makeReadOnly(): void {
    run('mount', '-o', 'remount,ro', this.folder);
  }

  public makeWritable(): void {
    run('mount', '-o', 'remount,rw', this.folder);
  }

  public remove(): void {
    run('umount', this.folder);
  }
}

function run(program: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) {
    throw error ?? new Error(stderr.trim());
  }
}
