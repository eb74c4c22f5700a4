import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadAll } from 'js-yaml';
import { Weight } from '../../mesh/weight';
import { noteRead } from './read-files';

/** What a state file may say. */
export interface KnownStates {
  /** The only field of the file. */
  readonly key: string;
  /** The share of the new version in each state. */
  readonly shares: ReadonlyMap<string, number>;
}

/** Where a release is. */
export interface ReleaseState {
  readonly state: string;
  /** The share of the new version. */
  readonly weight: Weight;
}

/** The state that a file names, and the share of the new version in it. @throws when there is no such file, or it names none of the states */
export function readStage(file: string, { key, shares }: KnownStates): ReleaseState {
  noteRead(file);
  const known = [...shares.keys()];
  const example = `${key}: ${known[0]}`;
  if (!existsSync(file)) {
    throw new Error(`${file}: does not exist${path.isAbsolute(file) ? '' : `, seen from ${process.cwd()}, where the app runs`}, so the stage of the release is unknown. Create it: "${example}".`);
  }
  const content = parsed(file, example);
  const others = Object.keys(content).filter(name => name !== key);
  const state = String(content[key]);
  const share = shares.get(state);
  if (share === undefined || others.length > 0) {
    throw new Error(`${file}: ${problemOf(content, key, others)}. Known states: ${known.map(name => `"${key}: ${name}"`).join(', ')}. Write one of them.`);
  }
  return { state, weight: Weight.percent(share) };
}

function problemOf(content: Readonly<Record<string, unknown>>, key: string, others: readonly string[]): string {
  if (others.length > 0) {
    return `says "${others[0]}", which releases do not read`;
  }
  return content[key] === undefined ? `says no ${key}` : `says ${key}: ${String(content[key])}, which is not in the plan`;
}

function parsed(file: string, example: string): Readonly<Record<string, unknown>> {
  try {
    const [content, ...more] = loadAll(readFileSync(file, 'utf8'));
    if (more.length > 0) {
      throw new Error('it has more than one document');
    }
    return typeof content === 'object' && content !== null && !Array.isArray(content) ? content as Record<string, unknown> : {};
  } catch (error) {
    throw new Error(`${file}: cannot be read: ${(error as Error).message.split('\n')[0]}. Write "${example}".`);
  }
}
