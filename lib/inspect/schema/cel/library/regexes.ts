import type { RE2JS } from 're2js';
import { Matcher, matcherOf } from '../../syntax/re2';
import { toJavaScript } from '../../syntax/re2-translation';
import { CelError } from '../cel-error';
import { INT, STRING, func, method } from '../overload';
import type { Overload } from '../overload';
import { CelList } from '../values/cel-list';

/** Regular expressions, which are RE2's: CEL's `matches` and Kubernetes' `find` and `findAll`. */
export const REGEXES: readonly Overload[] = [
  ...[func, method].map(form => form('matches', [STRING, STRING], (text, pattern) => known(matchers, pattern, matcher)(text))),
  method('find', [STRING, STRING], (text, pattern) => findAll(text, pattern, 1n)[0] ?? ''),
  method('findAll', [STRING, STRING], (text, pattern) => CelList.of(findAll(text, pattern, -1n))),
  method('findAll', [STRING, STRING, INT], (text, pattern, most) => CelList.of(findAll(text, pattern, most))),
];

/** Patterns stand in the rules, so there are few of them, and each is used for many objects. */
const matchers = new Map<string, Matcher>();
const compiled = new Map<string, RE2JS>();

function known<T>(cache: Map<string, T>, pattern: string, make: (pattern: string) => T): T {
  const value = cache.get(pattern) ?? make(pattern);
  cache.set(pattern, value);
  return value;
}

/** Only RE2 can say what is wrong with a pattern, so whatever does without it has to be known to be right. */
function matcher(pattern: string): Matcher {
  if (toJavaScript(pattern) !== undefined) {
    return matcherOf(pattern);
  }
  const regex = compile(pattern);
  return text => regex.test(text);
}

function compile(pattern: string): RE2JS {
  // It takes a moment to load, and most rules do without.
  const re2 = require('re2js') as typeof import('re2js');
  try {
    return re2.RE2JS.compile(pattern);
  } catch (error) {
    throw new CelError((error as Error).message);
  }
}

/** The matches from left to right, at most so many unless that is negative. */
function findAll(text: string, pattern: string, most: bigint): string[] {
  const matches = searched(pattern).matcher(text);
  const found: string[] = [];
  let end = -1;
  while ((most < 0n || found.length < most) && matches.find()) {
    // No empty match directly behind another match.
    if (matches.end() > matches.start() || matches.start() !== end) {
      found.push(matches.group() ?? '');
    }
    end = matches.end();
  }
  return found;
}

function searched(pattern: string): RE2JS {
  try {
    return known(compiled, pattern, compile);
  } catch (error) {
    throw new CelError(`Illegal regex: ${CelError.caught(error).message}`);
  }
}
