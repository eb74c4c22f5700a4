import { randomBytes } from 'node:crypto';
import { closeSync, linkSync, openSync, readdirSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './file-error';
import { removeLeftOver, unlessRefused } from './left-over';

/**
 * Creates a file that has its content from the first moment on; false when something has its name, or when its folder has just been
 * removed. Only where the file system has no hard links, the file is empty for a moment.
 */
export function createFilled(file: string, content: string): boolean {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  if (!write(draft, content)) {
    return false;
  }
  try {
    return link(draft, file) ?? write(file, content);
  } finally {
    removeLeftOver(draft);
  }
}

/**
 * Removes what processes have left that were killed while they created a file of this name, or one of this name with an extension. One that
 * is about to create it right now gets false for that.
 */
export function removeDrafts(file: string): void {
  const { dir, base } = path.parse(file);
  unlessRefused(() => {
    const drafts = readdirSync(dir || '.').filter(name => name.startsWith(`${base}.`) && DRAFT.test(name));
    drafts.forEach(name => removeLeftOver(path.join(dir, name)));
  });
}

const DRAFT = /\.[0-9a-f]{12}$/;
const NOT_CREATED: readonly unknown[] = ['EEXIST', 'ENOENT'];

/** Whether the file has got the second name; undefined when the file system refuses. */
function link(file: string, name: string): boolean | undefined {
  try {
    linkSync(file, name);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) {
      throw error;
    }
    // What has no hard links says so with EPERM, ENOTSUP or ENOSYS, on Windows with others. Any other refusal comes again without a link.
    return NOT_CREATED.includes(code) ? false : undefined;
  }
}

function write(file: string, content: string): boolean {
  const descriptor = open(file);
  if (descriptor === undefined) {
    return false;
  }
  try {
    try {
      writeSync(descriptor, content);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    unlinkSync(file);
    throw error;
  }
  return true;
}

function open(file: string): number | undefined {
  try {
    return openSync(file, 'wx');
  } catch (error) {
    if (NOT_CREATED.includes(codeOf(error))) {
      return undefined;
    }
    throw error;
  }
}
