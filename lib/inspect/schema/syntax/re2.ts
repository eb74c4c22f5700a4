import { LONGEST_TEXT, toJavaScript } from './re2-translation';

/** Says whether a text has a match somewhere. */
export type Matcher = (text: string) => boolean;

const matchers = new Map<string, Matcher>();

/**
 * The matcher of a pattern in the syntax of Go's regexp package (RE2), made once. What JavaScript's own engine can do alike and without
 * danger it does; the rest is left to an RE2 in JavaScript, which takes a moment to load and linear time to match.
 */
export function matcherOf(pattern: string): Matcher {
  let matcher = matchers.get(pattern);
  if (matcher === undefined) {
    matcher = makeMatcher(pattern);
    matchers.set(pattern, matcher);
  }
  return matcher;
}

/** Whether Go's regexp package takes a pattern. */
export function isPattern(pattern: string): boolean {
  return toJavaScript(pattern) !== undefined || compile(pattern) !== undefined;
}

/** What Go's regexp package says of a pattern that it does not take: `missing closing )`, with the part that it means; undefined of others. */
export function syntaxErrorOf(pattern: string): string | undefined {
  const { RE2JS } = require('re2js') as typeof import('re2js');
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^error parsing regexp: /, '');
  }
}

/** The groups of a pattern. */
export interface Groups {
  readonly count: number;
  /** The numbers of those that have names. */
  readonly named: ReadonlyMap<string, number>;
}

/** The groups of a pattern as RE2 counts them; undefined where it takes no such pattern. */
export function groupsOf(pattern: string): Groups | undefined {
  const { RE2JS } = require('re2js') as typeof import('re2js');
  try {
    const compiled = RE2JS.compile(pattern);
    return { count: compiled.groupCount(), named: new Map(Object.entries(compiled.namedGroups())) };
  } catch {
    return undefined;
  }
}

function makeMatcher(pattern: string): Matcher {
  const own = toJavaScript(pattern);
  const exact = lazily(() => exactMatcher(pattern));
  return own === undefined ? exact : text => (text.length > LONGEST_TEXT ? exact(text) : own.test(text));
}

/** A pattern that is no RE2 matches nothing: the API server refuses every value, too. */
function exactMatcher(pattern: string): Matcher {
  return compile(pattern) ?? (() => false);
}

function compile(pattern: string): Matcher | undefined {
  const { RE2JS } = require('re2js') as typeof import('re2js');
  try {
    const compiled = RE2JS.compile(pattern);
    return text => compiled.test(text);
  } catch {
    return undefined;
  }
}

function lazily(make: () => Matcher): Matcher {
  let matcher: Matcher | undefined;
  return text => (matcher ??= make())(text);
}
