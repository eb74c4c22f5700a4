import type { Fix } from '../fix/fix';
import type { Field } from '../mesh/field';
import type { Violation } from '../schema/violation';
import { violations } from '../schema/violations';
import { defineCheck } from './check';
import type { KnownProblem } from './draft';
import { schemaRules } from './schema-rules';

/** Holds objects against the schemas and CEL rules of their kinds, as the API server does. */
export const schemaCheck = defineCheck({
  rules: [...new Set(Object.values(schemaRules))],
  everyDocument: true,
  judge: ({ source: { value }, root }, { schemas, istioRelease }) => violations(value, { schemas, istioRelease }).map(one => problemOf(one, root)),
});

function problemOf(violation: Violation, root: Field): KnownProblem {
  const { kind, path, message, expected, repair, guesses } = violation;
  // What is there is read, and what is wrong with it is a defect of its own.
  const instead = guesses?.map(name => root.at(...path.slice(0, -1), name)).filter(({ isSet }) => !isSet).map(field => field.path);
  // The message of a wrong type names the right one.
  return { rule: schemaRules[kind], path, message, expected: kind === 'type' ? undefined : expected, repair, instead, fix: fixOf(violation) };
}

function fixOf({ kind, path, meant }: Violation): Fix | undefined {
  return meant === undefined ? undefined : [{ kind: kind === 'unknown-field' ? 'rename' : 'set', path, to: meant }];
}
