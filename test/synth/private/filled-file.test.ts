import fs, { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { createFilled, removeDrafts } from '../../../lib/synth/private/filled-file';
import { contentsOf, fill, foldersIn, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();

afterEach(() => jest.restoreAllMocks());

function at(...names: string[]): string {
  return path.join(temporary.path, ...names);
}

type Call = 'closeSync' | 'linkSync' | 'openSync' | 'readdirSync' | 'unlinkSync' | 'writeSync';

function refuse(call: Call, code: string): void {
  jest.spyOn(fs, call).mockImplementation(() => { throw Object.assign(new Error(code), { code, syscall: call }); });
}

/** What the folder holds when each of these calls begins. */
function contentsBefore(...calls: readonly Call[]): Record<string, string>[] {
  const contents: Record<string, string>[] = [];
  for (const name of calls) {
    const original = fs[name] as (...args: unknown[]) => unknown;
    jest.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
      contents.push(contentsOf(temporary.path));
      return original(...args);
    }) as never);
  }
  return contents;
}

test('a file is created once, with its content, and nothing else stays', () => {
  expect([createFilled(at('a'), 'one'), createFilled(at('a'), 'two')]).toEqual([true, false]);
  expect(contentsOf(temporary.path)).toEqual({ a: 'one' });
});

test('the file has its content from the first moment on', () => {
  const contents = contentsBefore('openSync', 'writeSync', 'closeSync', 'linkSync');
  createFilled(at('a'), 'one');
  expect(contents.map(each => each.a)).toEqual([undefined, undefined, undefined, undefined]);
  expect(contentsOf(temporary.path)).toEqual({ a: 'one' });
});

test.each(['EPERM', 'ENOTSUP', 'ENOSYS'])('where the file system has no hard links (%s), the file is created and then filled', code => {
  refuse('linkSync', code);
  expect([createFilled(at('a'), 'one'), createFilled(at('a'), 'two')]).toEqual([true, false]);
  expect(contentsOf(temporary.path)).toEqual({ a: 'one' });
});

test('a folder, or a link that leads nowhere, has the name, too', () => {
  mkdirSync(at('folder'));
  symlinkSync('nowhere', at('link'));
  expect([createFilled(at('folder'), 'one'), createFilled(at('link'), 'one')]).toEqual([false, false]);
  expect([contentsOf(temporary.path), foldersIn(temporary.path)]).toEqual([{}, ['folder']]);
});

test('nothing is created in a folder that has just been removed', () => {
  expect(createFilled(at('gone', 'a'), 'one')).toBe(false);
});

test('nothing is created when another process has removed the draft', () => {
  const link = fs.linkSync;
  jest.spyOn(fs, 'linkSync').mockImplementation((draft, file) => {
    removeDrafts(at('a'));
    link(draft, file);
  });
  expect(createFilled(at('a'), 'one')).toBe(false);
  expect(contentsOf(temporary.path)).toEqual({});
});

test.each<Call>(['openSync', 'writeSync', 'closeSync'])('fails when the file system refused it %s, and nothing stays', call => {
  refuse(call, 'ENOSPC');
  expect(() => createFilled(at('a'), 'one')).toThrow('ENOSPC');
  expect(contentsOf(temporary.path)).toEqual({});
});

test('fails when linking fails for a reason that is none of the file system', () => {
  jest.spyOn(fs, 'linkSync').mockImplementation(() => { throw new Error('a defect'); });
  expect(() => createFilled(at('a'), 'one')).toThrow('a defect');
  expect(contentsOf(temporary.path)).toEqual({});
});

test('drafts of a file, and of one with its name and an extension, are removed; files that are none stay', () => {
  const others = { 'a': '', 'a.0123': '', 'a.0123456789ag': '', 'b.0123456789ab': '', 'aa.0123456789ab': '' };
  fill(temporary.path, { ...others, 'a.0123456789ab': '', 'a.break.0123456789ab': '' });
  removeDrafts(at('a'));
  expect(contentsOf(temporary.path)).toEqual(others);
});

test('that drafts cannot be removed is no error', () => {
  refuse('readdirSync', 'EIO');
  expect(() => removeDrafts(at('a'))).not.toThrow();
});
