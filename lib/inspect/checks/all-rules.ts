import { documentRules } from './document-rules';
import { internalErrorRule } from './internal-error-rule';
import type { Rule } from './rule';
import { schemaRules } from './schema-rules';

/** All rules, by family and number, as readers look them up. It knows the rules alone, so that listing them loads no check. */
export const allRules: readonly Rule[] = Object.freeze([
  documentRules['syntax'],
  documentRules['duplicate-key'],
  documentRules['unbounded'],
  documentRules['not-an-object'],

  schemaRules['unknown-field'],
  schemaRules['type'],
  schemaRules['required'],
  schemaRules['enum'],
  schemaRules['bounds'],
  schemaRules['format'],
  schemaRules['one-of'],
  schemaRules['duplicate'],
  schemaRules['cel'],
  schemaRules['unknown-version'],
  schemaRules['newer-field'],
  schemaRules['name'],

  internalErrorRule,
]);
