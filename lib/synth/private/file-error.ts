/** An error of the file system, told with the file, the reason in words and the repair. */
export class FileError extends Error {}

/**
 * Takes a step that reads or changes a file.
 *
 * @throws FileError when the file system refused it.
 */
export function onFile<T>(file: string, verb: 'read' | 'written' | 'removed', step: () => T): T {
  try {
    return step();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) {
      throw error;
    }
    const [reason, repair] = REASONS[code] ?? ['the file system refused it', 'Fix the cause that the code names, and run again'];
    throw new FileError(`${file}: cannot be ${verb}: ${reason} (${code}). ${repair}.`, { cause: error });
  }
}

/** An error with a sentence about the state in which it leaves the files, if it is one of the file system; any other as it is. */
export function leaving(error: unknown, state: string): unknown {
  return error instanceof FileError ? new FileError(`${error.message} ${state}`, { cause: error.cause }) : error;
}

/** The code of an error of the system, such as ENOENT; undefined for every other error. */
export function codeOf(error: unknown): string | undefined {
  // Not by its class: in a sandbox such as Jest's, an error of Node is of another one.
  const { syscall, code } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  return typeof syscall === 'string' ? code : undefined;
}

type Reason = readonly [reason: string, repair: string];

const NO_ROOM = 'Free some space, and run again';
const NOT_ALLOWED: Reason = ['permission denied', 'Grant the permission, or choose another output folder, and run again'];
const NO_FOLDER: Reason = ['a file is where a folder is needed', 'Move that file away, or choose another output folder, and run again'];

const REASONS: Readonly<Partial<Record<string, Reason>>> = {
  EACCES: NOT_ALLOWED,
  EDQUOT: ['the disk quota of this user is exhausted', NO_ROOM],
  EEXIST: NO_FOLDER,
  ELOOP: ['symbolic links form a loop', 'Fix the links, and run again'],
  ENAMETOOLONG: ['the path is too long', 'Choose shorter ids or a shorter output folder, and run again'],
  ENOSPC: ['the disk is full', NO_ROOM],
  ENOTDIR: NO_FOLDER,
  EPERM: NOT_ALLOWED,
  EROFS: ['the file system is read-only', 'Make it writable, or choose another output folder, and run again'],
  EXDEV: ['its folder is on a different file system than the output folder', 'Mount the whole output folder instead of a part of it, and run again'],
};
