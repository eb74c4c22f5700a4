import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SourceFile } from '../inspect/model/source-file';
import { CliError } from './cli-error';

/**
 * Writes files that were mended, each in one step and with the mode that it has. Where a link leads to the file, the file is written.
 *
 * @param before the same files as they were read
 * @throws CliError when a file cannot be written, or somebody has changed it since it was read; those before it are written by then.
 */
export function writeMended(before: readonly SourceFile[], after: readonly SourceFile[]): void {
  for (const [index, file] of after.entries()) {
    if (file.text !== before[index].text) {
      write(file.name, before[index].text, file.text);
    }
  }
}

function write(name: string, before: string, after: string): void {
  let scratch: string | undefined;
  try {
    const place = realpathSync(name);
    const bytes = readFileSync(place);
    if (SourceFile.decode(name, bytes).text !== before) {
      throw new CliError(`${name}: changed since it was read, so it was not fixed: run again`);
    }
    const { mode } = statSync(place);
    scratch = path.join(path.dirname(place), `.${path.basename(place)}.${randomBytes(4).toString('hex')}`);
    writeFileSync(scratch, `${bytes.toString().startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''}${after}`, { mode: mode & 0o7777, flag: 'wx' });
    renameSync(scratch, place);
  } catch (error) {
    if (scratch !== undefined) {
      rmSync(scratch, { force: true });
    }
    if (CliError.isCliError(error)) {
      throw error;
    }
    throw new CliError(`${name}: cannot be written, so it was not fixed: ${(error as Error).message}`, { cause: error });
  }
}

const BYTE_ORDER_MARK = '\uFEFF';
