import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { byField } from '../by-field';
import { duration, durationRules } from '../primitives/durations';
import { refusal } from '../webhook-rules';

export const retryRules = {
  ...durationRules,
  attempts: refusal('retry-attempts-negative', 'The number of retries is negative.'),
  off: refusal('retry-policy-without-attempts', 'A retry policy has settings, but no attempts.'),
  condition: refusal('retry-on', 'A retry condition is unknown to the proxy.'),
};

const CONDITIONS = new Set([
  '5xx', 'gateway-error', 'reset', 'reset-before-request', 'connect-failure', 'retriable-4xx', 'refused-stream', 'retriable-status-codes',
  'retriable-headers', 'envoy-ratelimited', 'http3-post-connect-failure', 'cancelled', 'deadline-exceeded', 'internal', 'resource-exhausted', 'unavailable',
]);

/** The ranges of the statuses that Go has a name for. */
const STATUSES = [
  [100, 103], [200, 208], [226, 226], [300, 305], [307, 308], [400, 418], [421, 426], [428, 429], [431, 431], [451, 451], [500, 508], [510, 511],
];

/** What is said of how a route tries requests again. */
export function* retries(policy: Field): Judgement {
  const [attempts, retryOn] = [policy.at('attempts'), policy.at('retryOn')];
  const { number = 0 } = attempts;
  if (number < 0) {
    yield broken(retryRules.attempts, attempts, `the number of attempts is ${number}`, 'write 0 or more');
  }
  if (number === 0 && (policy.at('perTryTimeout').isSet || retryOn.isFilled || policy.at('retryRemoteLocalities').isSet)) {
    yield broken(retryRules.off, policy, 'the policy has no attempts, so it has no effect', 'add attempts, or keep only attempts: 0');
  }
  yield* fields(policy);
}

const fields = byField({ perTryTimeout: duration, backoff: duration, retryOn: conditions });

function* conditions(retryOn: Field): Judgement {
  const { text = '' } = retryOn;
  for (const condition of text === '' ? [] : text.split(',')) {
    if (!CONDITIONS.has(condition) && !isStatus(condition)) {
      yield broken(retryRules.condition, retryOn, `unknown retry condition "${condition}"`, `name statuses, or ${[...CONDITIONS].slice(0, 5).join(', ')} and others, without spaces`);
    }
  }
}

function isStatus(text: string): boolean {
  return /^\+?\d+$/.test(text) && STATUSES.some(([first, last]) => Number(text) >= first && Number(text) <= last);
}
