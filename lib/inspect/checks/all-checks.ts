import type { Check } from './check';
import { schemaCheck } from './schema-check';

/** All checks, in the order in which they judge an object. */
export const allChecks: readonly Check[] = Object.freeze([
  schemaCheck,
]);
