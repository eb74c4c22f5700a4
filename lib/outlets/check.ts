// What `cdk8s-mesh/check` exports, for rules of your own: docs/your-own-rules.md.
export type { Check, CheckContext, Judgement, Problem, Undecided } from '../inspect/checks/check';
export { defineCheck } from '../inspect/checks/check';
export type { Rule, Severity } from '../inspect/checks/rule';
export type { Edit, Fix } from '../inspect/fix/fix';
export type { Field } from '../inspect/mesh/field';
export { meshConfig } from '../inspect/mesh/mesh-config';
export type { ObjectSet } from '../inspect/mesh/object-set';
export { perSet } from '../inspect/mesh/object-set';
export { isRepresented } from '../inspect/mesh/represented-namespaces';
export type { Resource } from '../inspect/mesh/resource';
export type { ObjectPath } from '../inspect/schema/violation';
