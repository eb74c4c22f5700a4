import { readFileSync } from 'node:fs';
import { codeOf, FileError, leaving, onFile } from '../../../lib/synth/private/file-error';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: in the words of the system`), { code, syscall: 'open' });
}

function failWith(error: unknown): () => never {
  return () => { throw error; };
}

test('what a step gives is passed on', () => {
  expect(onFile('a.yaml', 'read', () => 42)).toBe(42);
});

test.each([
  ['ENOSPC', 'the disk is full (ENOSPC). Free some space, and run again.'],
  ['EDQUOT', 'the disk quota of this user is exhausted (EDQUOT). Free some space, and run again.'],
  ['EACCES', 'permission denied (EACCES). Grant the permission, or choose another output folder, and run again.'],
  ['EPERM', 'permission denied (EPERM). Grant the permission, or choose another output folder, and run again.'],
  ['EROFS', 'the file system is read-only (EROFS). Make it writable, or choose another output folder, and run again.'],
  ['ENOTDIR', 'a file is where a folder is needed (ENOTDIR). Move that file away, or choose another output folder, and run again.'],
  ['EEXIST', 'a file is where a folder is needed (EEXIST). Move that file away, or choose another output folder, and run again.'],
  ['ENAMETOOLONG', 'the path is too long (ENAMETOOLONG). Choose shorter ids or a shorter output folder, and run again.'],
  ['ELOOP', 'symbolic links form a loop (ELOOP). Fix the links, and run again.'],
  ['EXDEV', 'its folder is on a different file system than the output folder (EXDEV). Mount the whole output folder instead of a part of it, and run again.'],
  ['EIO', 'the file system refused it (EIO). Fix the cause that the code names, and run again.'],
])('%s is told with the file, the reason and the repair', (code, expected) => {
  const cause = systemError(code);
  const fail = (): void => onFile('dist/a.yaml', 'written', failWith(cause));
  expect(fail).toThrow(FileError);
  expect(fail).toThrow(expect.objectContaining({ message: `dist/a.yaml: cannot be written: ${expected}`, cause }));
});

test('an error can say in which state it leaves the files, unless it is none of the file system', () => {
  const cause = systemError('ENOSPC');
  const error = leaving(new FileError('dist/a.yaml: cannot be written.', { cause }), 'No file has been changed.');
  expect(error).toBeInstanceOf(FileError);
  expect(error).toMatchObject({ message: 'dist/a.yaml: cannot be written. No file has been changed.', cause });
  const defect = new TypeError('a defect');
  expect(leaving(defect, 'No file has been changed.')).toBe(defect);
});

test('an error that is none of the system stays as it is', () => {
  const defect = new TypeError('a defect');
  expect(() => onFile('a.yaml', 'removed', failWith(defect))).toThrow(defect);
});

test('the code of an error of the system is known, also from outside of the sandbox of this test', () => {
  const read = (): unknown => {
    try {
      return readFileSync('/no/such/file');
    } catch (error) {
      return error;
    }
  };
  expect(codeOf(read())).toBe('ENOENT');
  expect([new Error('other'), Object.assign(new Error('of Node itself'), { code: 'ERR_INVALID_ARG_TYPE' }), undefined, null, 'text'].map(codeOf))
    .toEqual([undefined, undefined, undefined, undefined, undefined]);
});
