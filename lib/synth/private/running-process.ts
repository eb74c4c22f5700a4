import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { codeOf } from './file-error';

/** What tells a process from all others: systems use a number again, and each machine and each container counts for itself. */
export interface RunningProcess {
  readonly pid: number;
  readonly host: string;
  /** The container, so to speak: within it a number means one process. Absent where the system has none. */
  readonly space?: string;
  /** When it began, in the words of the system. Absent where the system does not tell. */
  readonly birth?: string;
}

export function thisProcess(): RunningProcess {
  return { pid: process.pid, host: hostname(), space: onLinux(() => readlinkSync('/proc/self/ns/pid')), birth: birthOf(process.pid) };
}

/** Whether a process of this very machine and container still runs. One that has ended, and that its parent has not noticed, does not. */
export function isRunning({ pid, birth }: Pick<RunningProcess, 'pid' | 'birth'>): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM says that it runs for somebody else.
    return codeOf(error) === 'EPERM';
  }
  const known = birthOf(pid);
  return known !== ENDED && (known === undefined || birth === undefined || known === birth);
}

const ENDED = 'ended';

function birthOf(pid: number): string | undefined {
  const stat = onLinux(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  // Field 2 is the name of the program in parentheses, which may hold anything; field 3 is the state, field 22 the start.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && (fields[0] === 'Z' || fields[0] === 'X' ? ENDED : fields[19]);
}

/** What a file of Linux says; undefined on other systems, and where the file may not be read. */
function onLinux<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
