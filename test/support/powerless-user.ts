import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { tmpdir } from 'node:os';

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

/** A user who may only do what everybody may, for child processes: nothing is forbidden to root. Nobody in particular where this is not root. */
export const POWERLESS: { readonly uid?: number; readonly gid?: number } = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/**
 * Whether that user can run Node on programs in the temporary folder; where not, says so loudly. Node may lie below the home of root, say,
 * where nvm and npx put it.
 */
export function canRunPowerless(node = process.execPath, folder = tmpdir()): boolean {
  const look = `fs.accessSync(process.argv[1], ${constants.X_OK})`;
  const { status, error, stderr } = spawnSync(node, ['-e', look, folder], { ...POWERLESS, encoding: 'utf8' });
  if (status !== 0) {
    const reason = String(error ?? /^Error: .*$/m.exec(stderr)?.[0]);
    console.warn(`SKIPPED: no user without rights can run Node here (${reason}), so what happens where writing is not allowed is not tested`);
  }
  return status === 0;
}
