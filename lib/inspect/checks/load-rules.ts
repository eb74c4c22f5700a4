import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Check } from './check';
import { ownChecks } from './own-rules';
import { RuleBook, ruleBook } from './rule-book';

/**
 * Our checks together with those of modules of others, each a file, or a package that is installed where the program runs. What is named
 * twice counts once.
 *
 * @throws when a module cannot be found or loaded, or what it exports are no checks.
 */
export function loadRules(places: readonly string[]): RuleBook {
  const own = new Map<string, Check[]>();
  for (const place of places) {
    const file = resolved(place);
    if (!own.has(file)) {
      own.set(file, ownChecks(load(file, place), place, ruleBook([...own.values()].flat()).rules));
    }
  }
  return ruleBook([...own.values()].flat());
}

function resolved(place: string): string {
  if (existsSync(place)) {
    return path.resolve(place);
  }
  if (isPath(place)) {
    throw new Error(`${place}: no such file or folder. Name a file or an installed package that exports \`checks\`.`);
  }
  try {
    return here().resolve(place);
  } catch (error) {
    const why = codeOf(error) === 'MODULE_NOT_FOUND' ? 'no such file, and no package of that name is installed here' : (error as Error).message;
    throw new Error(`${place}: ${why}. Name a file, such as ./${place}, or install the package.`, { cause: error });
  }
}

function load(file: string, place: string): unknown {
  try {
    return here()(file);
  } catch (error) {
    throw new Error(`${place}: ${reasonOf(error, file)}`, { cause: error });
  }
}

function reasonOf(error: unknown, file: string): string {
  const [reason] = (error instanceof Error ? error.message : String(error)).replace(/^Error: /, '').split('\n');
  if (TYPESCRIPT.test(file) && (error instanceof SyntaxError || codeOf(error) === 'ERR_UNKNOWN_FILE_EXTENSION')) {
    return `is TypeScript, which Node ${process.versions.node} cannot load (${reason}). Compile it to JavaScript, or install tsx and set NODE_OPTIONS='--import tsx'; Node 22.18 and later load TypeScript with erasable types.`;
  }
  switch (codeOf(error)) {
    case 'ERR_REQUIRE_ASYNC_MODULE':
      return 'uses top-level await, so it cannot be loaded synchronously. Remove the await from the top level.';
    case 'MODULE_NOT_FOUND':
      return `cannot be loaded: ${reason}. Install the missing module. Of cdk8s-mesh/check, only types are needed: a plain object can be a check.`;
    default:
      return `cannot be loaded: ${reason}${lineOf(error)}`;
  }
}

/** Node says first where it could not read on. */
function lineOf(error: unknown): string {
  const [, line] = (error instanceof SyntaxError ? /:(\d+)\n/.exec(error.stack ?? '') : null) ?? [];
  return line === undefined ? '' : `, in line ${line}`;
}

const TYPESCRIPT = /\.[cm]?ts$/;

/** As if somebody in the current folder asked. */
function here(): NodeJS.Require {
  return createRequire(path.resolve('here.js'));
}

function isPath(place: string): boolean {
  return path.isAbsolute(place) || /^\.{0,2}[\\/]/.test(place) || /\.[cm]?[jt]s$/.test(place);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}
