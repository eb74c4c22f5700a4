import { isObject } from '../is-object';
import type { Check, Judgement, Problem, Undecided } from './check';
import { freezeObject, freezeSet } from './frozen-objects';
import { isPath, ownFix } from './own-fix';
import { Rule, SEVERITIES } from './rule';

/**
 * A check of somebody else, held to what is asked of ours: what it yields is looked at before anybody relies on it, and what it throws says
 * where it is from. Whoever runs it takes what is thrown for the failure of the check.
 *
 * @param rules its rules as they were written, to these as they were read
 */
export function guarded(check: Check, rules: ReadonlyMap<unknown, Rule>, origin: string): Check {
  const { judge } = check;
  return Object.freeze({
    ...check,
    * judge(object, context) {
      freezeSet(context.set);
      freezeObject(object);
      try {
        for (const judgement of iterated(judge.call(check, object, context))) {
          yield read(judgement, rules);
        }
      } catch (error) {
        throw new OwnCheckFailure(`${origin}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    },
  } satisfies Check);
}

/** What a check of somebody else threw, or did wrong. */
export class OwnCheckFailure extends Error {}

function iterated(judgement: unknown): Judgement {
  if (typeof judgement !== 'object' || judgement === null || !(Symbol.iterator in judgement)) {
    throw new Error('judge must return an iterable: write it as a generator, `* judge(object) { ... }`, without async');
  }
  return judgement as Judgement;
}

function read(judgement: unknown, rules: ReadonlyMap<unknown, Rule>): Problem | Undecided {
  const said = isObject(judgement) ? judgement : {};
  const rule = rules.get(said.rule ?? said.undecided);
  if (rule === undefined) {
    throw new Error('judge yields a problem whose rule is not in the rules of the check: add it there');
  }
  return said.undecided === undefined ? problem(said, rule) : { undecided: rule, unknown: textOf(said, 'unknown') };
}

function problem(said: Readonly<Record<string, unknown>>, rule: Rule): Problem {
  const { path, severity, fix } = said;
  if (!isPath(path)) {
    throw new Error(`judge yields a problem of ${rule.code} without a valid path: write \`path: field.path\`, or [] for the whole object`);
  }
  if (severity !== undefined && !SEVERITIES.some(one => one === severity)) {
    throw new Error(`judge yields a problem of ${rule.code} with an unknown severity: use one of ${SEVERITIES.join(', ')}`);
  }
  const optional = ['expected', 'repair'].filter(key => said[key] !== undefined).map(key => [key, textOf(said, key)]);
  return {
    rule,
    path,
    message: textOf(said, 'message'),
    ...(severity === undefined ? {} : { severity: severity as Problem['severity'] }),
    ...Object.fromEntries(optional),
    ...(fix === undefined ? {} : { fix: ownFix(fix, rule) }),
  };
}

function textOf(said: Readonly<Record<string, unknown>>, key: string): string {
  const { [key]: text } = said;
  if (typeof text !== 'string' || text === '') {
    throw new Error(`judge yields a result with an invalid ${key}: expected a non-empty string`);
  }
  return text;
}
