import type { Field } from '../../mesh/field';
import type { Judgement, Problem } from '../check';
import { broken } from './broken';
import { pathTemplateProblem } from './path-template';
import { anything, byList, emptyValue, hasList, withOpposites } from './policy-lists';
import { refusal } from './webhook-rules';

const rules = {
  none: refusal('policy-operation-empty', 'A policy rule has an empty operation.'),
  port: refusal('policy-port', 'A policy has an invalid port.'),
  path: refusal('policy-path-template', 'A policy has an invalid path template.'),
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
    yield broken(rules.none, operation, 'the operation is empty', 'name what the request must match, or remove to');
  }
  yield* lists(operation);
}

/** Whether an operation says anything of the request. */
export function saysRequest(operation: Field): boolean {
  return hasList(operation, LISTS);
}

function pathProblem(text: string, field: Field): Problem | undefined {
  const problem = pathTemplateProblem(text);
  return problem === undefined ? undefined : broken(rules.path, field, problem, 'write {*} for one path segment, or {**} for all remaining ones');
}

/** What is wrong with a port that is written as text. */
export function portProblem(text: string, field: Field): Problem | undefined {
  return /^\d+$/.test(text) && Number(text) <= 65_535 ? undefined : broken(rules.port, field, `"${text}" is not a valid port`, 'write a number from 0 to 65535');
}
