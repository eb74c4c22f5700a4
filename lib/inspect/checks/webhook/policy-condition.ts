import type { Field } from '../../mesh/field';
import { nearest } from '../../nearest';
import type { Judgement } from '../check';
import { broken } from './broken';
import { anything, listsOf, TextProblem, texts, withOpposites } from './policy-lists';
import { portProblem } from './policy-operation';
import { accountProblem, addressProblem, trustDomainProblem } from './policy-source';
import { refusal } from './webhook-rules';

export const conditionRules = {
  noKey: refusal('policy-condition-without-key', 'A policy condition has no key.'),
  noValues: refusal('policy-condition-without-values', 'A condition of a policy has no values.'),
  key: refusal('policy-condition-key', 'A policy condition has an unknown key.'),
  brackets: refusal('policy-condition-brackets', 'The key of a policy condition lacks the name in brackets.'),
};

/** What conditions can be about, with what their values have to be. */
const KEYS: Readonly<Record<string, TextProblem>> = {
  'source.ip': addressProblem,
  'remote.ip': addressProblem,
  'source.namespace': anything,
  'source.serviceAccount': accountProblem,
  'source.principal': anything,
  'source.trustDomain': trustDomainProblem,
  'request.auth.principal': anything,
  'request.auth.audiences': anything,
  'request.auth.presenter': anything,
  'destination.ip': addressProblem,
  'destination.port': portProblem,
  'connection.sni': anything,
};

const VALUES = withOpposites(['values']);

/** What names something in brackets. */
const WITH_BRACKETS = ['request.headers', 'request.auth.claims', 'experimental.envoy.filters.'];

/** What conditions were once about, with what says it now. */
const FORMER: ReadonlyArray<readonly [RegExp, string]> = [
  [/^destination\.namespace$/, 'put the policy in that namespace'],
  [/^destination\.(?:labels|name$|user$)/, 'select the pods with spec.selector'],
];

/** An entry of `when` of an AuthorizationPolicy. */
export function* policyCondition(condition: Field): Judgement {
  const key = condition.at('key');
  const lists = listsOf(condition, VALUES);
  if (!condition.isSet) {
    return;
  }
  if (!key.isFilled) {
    yield broken(conditionRules.noKey, key, 'the condition has no key', 'name what is compared, such as request.headers[x-tenant]');
  } else if (lists.length === 0) {
    yield broken(conditionRules.noValues, condition, `the condition on ${key.text} has no values`, 'add values or notValues');
  } else {
    const isPlain = Object.hasOwn(KEYS, key.text ?? '');
    for (const list of lists) {
      yield* texts(list, isPlain ? KEYS[key.text!] : anything);
    }
    yield* isPlain ? [] : keyWithBrackets(key);
  }
}

function* keyWithBrackets(key: Field): Judgement {
  const { text = '' } = key;
  if (!WITH_BRACKETS.some(prefix => text.startsWith(prefix))) {
    yield broken(conditionRules.key, key, `unknown condition key ${text}`, repairOf(text));
  } else if (!/^[^[]+\[.+\]$/s.test(text)) {
    yield broken(conditionRules.brackets, key, `${text} does not name in brackets what is compared`, 'write the name at its end: request.headers[name]');
  }
}

function repairOf(key: string): string {
  const [, former] = FORMER.find(([pattern]) => pattern.test(key)) ?? [];
  const [near] = nearest(key, Object.keys(KEYS));
  return former ?? (near === undefined ? 'write an attribute such as source.ip or request.headers[name]' : `write ${near}`);
}
