import { HttpMethod } from '../../http-method';
import { RetryOn } from '../../retry-on';
import { RetryPolicy } from '../../retry-policy';
import type { RetryIntent } from '../intent';
import { requireNone } from '../require-none';
import { requireTime } from '../require-time';
import type { Conditions } from './conditions';

const DEFAULT: readonly RetryOn[] = [RetryOn.CONNECT_FAILURE, RetryOn.REFUSED_STREAM, RetryOn.RESET_BEFORE_REQUEST];

/** Doing it twice is doing it once. */
const REPEATABLE: ReadonlySet<HttpMethod> = new Set([
  HttpMethod.DELETE, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.TRACE,
]);

/**
 * @param alternatives what the requests are that may be repeated; none: any
 * @throws when the policy is none, or could repeat a request that somebody has processed and nobody said that it may
 */
export function retryIntent(policy: RetryPolicy, place: string, alternatives: readonly Conditions[] = []): RetryIntent {
  const { attempts } = policy;
  if (!(Number.isInteger(attempts) && attempts >= 0)) {
    throw new Error(`${place}: ${attempts} attempts is not a number of retries. Use a whole number; 0 disables retries, including the default ones of the mesh.`);
  }
  return attempts === 0 ? noRetries(policy, place) : retries(policy, place, alternatives);
}

function retries(policy: RetryPolicy, place: string, alternatives: readonly Conditions[]): RetryIntent {
  const { attempts, backoff, perTryTimeout, remoteLocalities, on = DEFAULT, unsafeMethods = false } = policy;
  if (on.length === 0) {
    throw new Error(`${place}: without conditions, there are no retries. Leave "on" out for the safe conditions.`);
  }
  requireTime(perTryTimeout, 'milliseconds', `${place}: perTryTimeout`);
  requireTime(backoff, 'milliseconds', `${place}: backoff`);
  const risky = on.filter(({ isSafe }) => !isSafe).map(({ condition }) => condition);
  const repeatsProcessed = risky.length > 0 && !areRepeatable(alternatives) ? true : undefined;
  if (repeatsProcessed === true && !unsafeMethods) {
    throw new Error(`${place}: after ${risky.join(', ')} the request may already have been processed, and a POST would be processed twice. Set unsafeMethods: true if that does no harm, or retry on a route that matches Match.method(HttpMethod.GET) only.`);
  }
  return { attempts, backoff, perTryTimeout, remoteLocalities, conditions: [...new Set(on.map(({ condition }) => condition))], repeatsProcessed };
}

/** Without a word, the mesh would send once more what fails to connect. */
export const NO_RETRY: RetryIntent = { isUsual: true, attempts: 0, conditions: [] };

function noRetries({ attempts: _, ...said }: RetryPolicy, place: string): RetryIntent {
  requireNone({ ...said }, `${place}: with 0 attempts there are no retries`, 'set more attempts');
  return NO_RETRY;
}

function areRepeatable(alternatives: readonly Conditions[]): boolean {
  return alternatives.length > 0 && alternatives.every(({ method }) => method !== undefined && REPEATABLE.has(method));
}
