import { violations } from '../schema/violations';
import type { Check } from './check';
import { schemaRules } from './schema-rules';

/** Holds objects against the schemas and CEL rules of their kinds, as the API server does. */
export const schemaCheck: Check = {
  rules: [...new Set(Object.values(schemaRules))],
  * judge({ value }, { schemas, istioRelease }) {
    for (const { kind, path, message, expected, repair } of violations(value, { schemas, istioRelease })) {
      // The message of a wrong type names the right one.
      yield { rule: schemaRules[kind], path, message, expected: kind === 'type' ? undefined : expected, repair };
    }
  },
};
