import type { Field } from '../../mesh/field';
import type { Judgement } from '../check';
import { broken } from './broken';
import { pathTemplateProblem } from './path-template';
import { emptyValue, listsOf, Texts, textsOf } from './policy-lists';
import { refusal } from './webhook-rules';

const rules = {
  none: refusal('policy-operation-empty', 'A rule of a policy is for requests of which it says nothing.'),
  port: refusal('policy-port', 'A policy names a port that is none.'),
  path: refusal('policy-path-template', 'A policy names a path with a template that is none.'),
};

export const operationRules = { ...rules, emptyValue };

/** What a rule of an AuthorizationPolicy is for: an entry of `to`. */
export function* policyOperation(to: Field): Judgement {
  if (!to.isSet) {
    return;
  }
  const operation = to.at('operation');
  if (!listsOf(operation, ['ports', 'methods', 'paths', 'hosts']).some(({ isFilled }) => isFilled)) {
    yield broken(rules.none, operation, 'the operation says nothing of the request', 'say what is asked for, or remove to');
  }
  yield* textsOf(listsOf(operation, ['methods', 'hosts']));
  yield* ports(yield* textsOf(listsOf(operation, ['ports'])));
  for (const [text, field] of yield* textsOf(listsOf(operation, ['paths']))) {
    const problem = pathTemplateProblem(text);
    if (problem !== undefined) {
      yield broken(rules.path, field, problem, 'write {*} for one segment of the path, or {**} for all that are left');
    }
  }
}

/** What is said of ports that are written as text. */
export function* ports(texts: Texts): Judgement {
  for (const [text, field] of texts) {
    if (!/^\d+$/.test(text) || Number(text) > 65_535) {
      yield broken(rules.port, field, `"${text}" is no port`, 'write a number of 0 to 65535');
    }
  }
}
