import type { ExpressionGroup } from '../record-cel/tables';

/** The functions and macros of the language itself, and of its optional values. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  'all', 'exists', 'exists_one', 'filter', 'has', 'map',
  'bool', 'bytes', 'double', 'duration', 'dyn', 'int', 'string', 'timestamp', 'type', 'uint',
  'contains', 'endsWith', 'matches', 'size', 'startsWith',
  'getDate', 'getDayOfMonth', 'getDayOfWeek', 'getDayOfYear', 'getFullYear', 'getHours', 'getMilliseconds', 'getMinutes', 'getMonth', 'getSeconds',
  'hasValue', 'none', 'of', 'ofNonZeroValue', 'optFlatMap', 'optMap', 'or', 'orValue', 'value',
]);

/** Schemas whose lists Kubernetes compares in a way of its own. */
const LISTS_OF_KUBERNETES: ReadonlySet<string> = new Set(['set', 'keyed']);

/** Whether the language alone says what becomes of a rule, without the functions and lists that Kubernetes adds. */
export function isPlain(rule: string, { schema }: Pick<ExpressionGroup, 'schema'>): boolean {
  const outsideTexts = rule.replace(/"[^"]*"|'[^']*'/g, '\'\'');
  const called = [...outsideTexts.matchAll(/((?:sets\.)?\w+)\s*\(/g)].map(([, name]) => name);
  return !LISTS_OF_KUBERNETES.has(schema) && called.every(name => FUNCTIONS.has(name) || name === 'in');
}
