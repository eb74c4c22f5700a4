import type { Fix } from '../fix/fix';
import type { Violation } from '../schema/violation';
import { violations } from '../schema/violations';
import { defineCheck, Problem } from './check';
import { schemaRules } from './schema-rules';

/** Holds objects against the schemas and CEL rules of their kinds, as the API server does. */
export const schemaCheck = defineCheck({
  rules: [...new Set(Object.values(schemaRules))],
  everyDocument: true,
  judge: ({ source }, { schemas, istioRelease }) => violations(source.value, { schemas, istioRelease }).map(problemOf),
});

function problemOf(violation: Violation): Problem {
  const { kind, path, message, expected, repair } = violation;
  // The message of a wrong type names the right one.
  return { rule: schemaRules[kind], path, message, expected: kind === 'type' ? undefined : expected, repair, fix: fixOf(violation) };
}

function fixOf({ kind, path, meant }: Violation): Fix | undefined {
  return meant === undefined ? undefined : [{ kind: kind === 'unknown-field' ? 'rename' : 'set', path, to: meant }];
}
