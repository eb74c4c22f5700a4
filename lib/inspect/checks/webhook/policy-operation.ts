import type { Field } from '../../mesh/field';
import type { Judgement, Problem } from '../check';
import { broken } from './broken';
import { pathTemplateProblem } from './path-template';
import { anything, byList, emptyValue, hasList, withOpposites } from './policy-lists';
import { refusal } from './webhook-rules';

const rules = {
  none: refusal('policy-operation-empty', 'A rule of a policy is for requests of which it says nothing.'),
  port: refusal('policy-port', 'A policy names a port that is none.'),
  path: refusal('policy-path-template', 'A policy names a path with a template that is none.'),
};

export const operationRules = { ...rules, emptyValue };

const PROBLEMS = { ports: portProblem, methods: anything, paths: pathProblem, hosts: anything };
const LISTS = new Set(withOpposites(Object.keys(PROBLEMS)));
const lists = byList(PROBLEMS);

/** What a rule of an AuthorizationPolicy is for: an entry of `to`. */
export function* policyOperation(to: Field): Judgement {
  if (!to.isSet) {
    return;
  }
  const operation = to.at('operation');
  if (!saysRequest(operation)) {
    yield broken(rules.none, operation, 'the operation says nothing of the request', 'say what is asked for, or remove to');
  }
  yield* lists(operation);
}

/** Whether an operation says anything of the request. */
export function saysRequest(operation: Field): boolean {
  return hasList(operation, LISTS);
}

function pathProblem(text: string, field: Field): Problem | undefined {
  const problem = pathTemplateProblem(text);
  return problem === undefined ? undefined : broken(rules.path, field, problem, 'write {*} for one segment of the path, or {**} for all that are left');
}

/** What is wrong with a port that is written as text. */
export function portProblem(text: string, field: Field): Problem | undefined {
  return /^\d+$/.test(text) && Number(text) <= 65_535 ? undefined : broken(rules.port, field, `"${text}" is no port`, 'write a number of 0 to 65535');
}
