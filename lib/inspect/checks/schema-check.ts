import type { Fix } from '../fix/fix';
import type { Field } from '../mesh/field';
import type { ObjectPath, Violation } from '../schema/violation';
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
  const free = guesses?.filter(name => !isSetBeside(root, path, name));
  const instead = free?.map(name => [...path.slice(0, -1), name]);
  const words = free?.length === 0 ? `${JSON.stringify(guesses![0])} is already set there: keep one of them` : repair;
  // The message of a wrong type names the right one.
  return { rule: schemaRules[kind], path, message, expected: kind === 'type' ? undefined : expected, repair: words, instead, fix: fixOf(violation, root) };
}

function fixOf({ kind, path, meant }: Violation, root: Field): Fix | undefined {
  const isName = kind === 'unknown-field';
  // Of two fields, nobody knows which one counts.
  if (meant === undefined || (isName && isSetBeside(root, path, meant))) {
    return undefined;
  }
  return [{ kind: isName ? 'rename' : 'set', path, to: meant }];
}

function isSetBeside(root: Field, path: ObjectPath, name: string): boolean {
  return root.at(...path.slice(0, -1), name).isSet;
}
