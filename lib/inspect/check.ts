// What `cdk8s-mesh/check` exports, for rules of your own: docs/your-own-rules.md.
export type { Check, CheckContext, Judgement, Problem, Undecided } from './checks/check';
export { defineCheck } from './checks/check';
export type { Rule, Severity } from './checks/rule';
export type { Field } from './mesh/field';
export { meshConfig } from './mesh/mesh-config';
export type { ObjectSet } from './mesh/object-set';
export { perSet } from './mesh/object-set';
export { isRepresented } from './mesh/represented-namespaces';
export type { Resource } from './mesh/resource';
export type { ObjectPath } from './schema/violation';
