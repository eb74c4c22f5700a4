import { violations } from '../schema/violations';
import { defineCheck } from './check';
import { schemaRules } from './schema-rules';

/** Holds objects against the schemas and CEL rules of their kinds, as the API server does. */
export const schemaCheck = defineCheck({
  rules: [...new Set(Object.values(schemaRules))],
  everyDocument: true,
  * judge({ source }, { schemas, istioRelease }) {
    for (const { kind, path, message, expected, repair } of violations(source.value, { schemas, istioRelease })) {
      // The message of a wrong type names the right one.
      yield { rule: schemaRules[kind], path, message, expected: kind === 'type' ? undefined : expected, repair };
    }
  },
});
