// Every call that reads or changes the file system is a step. Here the process ends, or the system refuses, at each step of a run in turn.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { thisProcess } from '../../../lib/synth/private/running-process';
import { temporaryFolder } from '../../support/folder';
import { Edition, shop } from './shop';
import { expectNothingLost, State, stateOf } from './two-states';

const temporary = temporaryFolder();
const CHANGING = ['closeSync', 'linkSync', 'mkdirSync', 'openSync', 'renameSync', 'rmSync', 'rmdirSync', 'unlinkSync', 'writeFileSync', 'writeSync'] as const;
const READING = ['lstatSync', 'readFileSync', 'readdirSync'] as const;
const ended = JSON.stringify({ ...thisProcess(), pid: spawnSync(process.execPath, ['-e', '0']).pid });

type Name = (typeof CHANGING)[number] | (typeof READING)[number];
type Call = (...args: any[]) => unknown;

/** A call to the file system, and which one of the run it is: of all, and of this name. */
interface Step {
  readonly number: number;
  readonly name: Name;
  readonly numberOfName: number;
  readonly args: readonly unknown[];
  readonly call: () => unknown;
}

function dist(): string {
  return path.join(temporary.path, 'dist');
}

function synth(edition: Edition): void {
  shop(edition, { outdir: dist(), services: 4 }).synth();
}

function stateAfter(edition: Edition): State {
  synth(edition);
  return stateOf(dist());
}

/** Renders the edition while something else stands for calls of these names. Gives the error, and how many of them there were. */
function synthWith(edition: Edition, names: readonly Name[], instead: (step: Step) => unknown): { readonly error?: Error; readonly steps: number } {
  let steps = 0;
  const originals = names.map(name => [name, fs[name] as Call] as const);
  for (const [name, original] of originals) {
    let stepsOfName = 0;
    Object.assign(fs, { [name]: (...args: unknown[]) => {
      steps += 1;
      stepsOfName += 1;
      return instead({ number: steps, name, numberOfName: stepsOfName, args, call: () => original(...args) });
    } });
  }
  try {
    synth(edition);
    return { steps };
  } catch (error) {
    return { error: error as Error, steps };
  } finally {
    originals.forEach(([name, original]) => Object.assign(fs, { [name]: original }));
  }
}

/** The process of the run is this one; let its locks look as after its end, some time later. */
function ageLocks(): void {
  for (const file of fs.readdirSync(temporary.path, { recursive: true, encoding: 'utf8' }).filter(name => name.includes('.cdk8s-mesh.lock'))) {
    const lock = path.join(temporary.path, file);
    fs.writeFileSync(lock, fs.readFileSync(lock, 'utf8') === '' ? '' : ended);
    fs.utimesSync(lock, 0, 0);
  }
}

/** How a process ends: gives true from the moment on. */
type End = (step: Step, when: number) => boolean;

const ENDS: readonly (readonly [string, End])[] = [
  ['before any step', ({ number }, when) => number >= when],
  ['while it writes any file', ({ name, numberOfName, args }, when) => {
    const isHit = name === 'writeFileSync' && numberOfName === when;
    if (isHit) {
      fs.appendFileSync(args[0] as string, (args[1] as string).slice(0, 7));
    }
    return isHit;
  }],
];

/** Renders the new edition with an end. Gives whether the run lasted until then. */
function endsAt(when: number, end: End): boolean {
  let hasEnded = false;
  synthWith('new', CHANGING, step => {
    hasEnded ||= end(step, when);
    if (hasEnded) {
      throw new Error('the process has ended');
    }
    return step.call();
  });
  return hasEnded;
}

describe.each(ENDS)('when the process ends %s', (_, end) => {
  test('nothing of an earlier run is lost, and the next run gives exactly its output', () => {
    const [later, earlier] = [stateAfter('new'), stateAfter('old')];
    let when = 1;
    for (; endsAt(when, end); when += 1) {
      expectNothingLost(stateOf(dist()), earlier, later);
      ageLocks();
      if (when % 2 === 0) {
        expect(stateAfter('new')).toEqual(later);
      }
      expect(stateAfter('old')).toEqual(earlier);
    }
    expect(when).toBeGreaterThan(15);
  });

  test('a first run can be run again', () => {
    const later = stateAfter('new');
    fs.rmSync(dist(), { recursive: true });
    let when = 1;
    for (; endsAt(when, end); when += 1) {
      ageLocks();
      expect(stateAfter('new')).toEqual(later);
      fs.rmSync(dist(), { recursive: true });
    }
    expect(when).toBeGreaterThan(15);
  });
});

const UNCHANGED = 'No file has been changed.';
const BEGUN = 'Some files are already new, the others still old; the next run completes the change.';
const DONE = 'All files are rendered.';
/** Only what tidies up, or what need not be known, is refused without a word. */
const NO_WORD = '';

/** What the system refuses, and what the error says then. */
interface Refusal {
  readonly names: readonly Name[];
  readonly code: string;
  readonly reason: string;
}

/** Lets the system refuse one step. Gives what the error says about the state of the files; undefined when the run had no such step. */
function refusedAt(when: number, { names, code, reason }: Refusal): string | undefined {
  const { error, steps } = synthWith('new', names, ({ number, call }) => {
    if (number === when) {
      throw Object.assign(new Error(code), { code, syscall: 'any' });
    }
    return call();
  });
  const [problem, state = NO_WORD] = (error?.message ?? '').split(`: ${reason} (${code}). `);
  expect(problem).toMatch(error === undefined ? /^$/ : /^\/\S+: cannot be (?:read|written|removed)$/);
  return steps < when ? undefined : state.replace(/^.*, and run again\. /, '');
}

/** The files but those that the next run tidies up. */
function tidied({ files }: State): State['files'] {
  return Object.fromEntries(Object.entries(files).filter(([file]) => !/\.cdk8s-mesh\.(?:lock|tmp)/.test(file)));
}

test.each<[string, Refusal, readonly string[]]>([
  ['read', { names: READING, code: 'EIO', reason: 'the file system refused it' }, [UNCHANGED, NO_WORD, DONE]],
  ['change', { names: CHANGING, code: 'ENOSPC', reason: 'the disk is full' }, [UNCHANGED, NO_WORD, BEGUN]],
])('when the system refuses any %s, the message says so, nothing is lost, and the next run gives exactly its output', (_, refusal, expected) => {
  const [later, earlier] = [stateAfter('new'), stateAfter('old')];
  const filesOf = new Map([[UNCHANGED, earlier.files], [DONE, later.files], [NO_WORD, later.files]]);
  const told = new Set<string>();
  for (let when = 1; ; when += 1) {
    const state = refusedAt(when, refusal);
    if (state === undefined) {
      break;
    }
    told.add(state);
    const now = stateOf(dist());
    expectNothingLost(now, earlier, later);
    expect(tidied(now)).toEqual(filesOf.get(state) ?? tidied(now));
    ageLocks();
    expect(stateAfter('old')).toEqual(earlier);
  }
  expect([...told]).toEqual(expected);
});
