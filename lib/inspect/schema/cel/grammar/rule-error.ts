/** What is wrong with a rule itself, whatever object it judges. */
export class RuleError extends Error {}
