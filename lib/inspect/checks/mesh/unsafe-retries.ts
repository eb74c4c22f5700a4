import type { Field } from '../../mesh/field';
import { httpEntries } from '../../mesh/route-entries';
import { matcherOf } from '../../schema/syntax/re2';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const unsafeRetries = meshRule('MESH049', 'warning', ['unsafe-retries', 'A request that was already processed may be retried, although it may not be safe to run twice.']);

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE']);

const UNSAFE_METHODS = ['POST', 'PATCH', 'CONNECT'];

/** Conditions that may hold after the request was processed. */
const LATE = new Set([
  '5xx', 'gateway-error', 'reset', 'retriable-4xx', 'retriable-status-codes', 'unavailable', 'internal', 'deadline-exceeded',
]);

/** What a VirtualService says of itself whose requests may be processed twice. */
export const IDEMPOTENT = 'cdk8s-mesh/idempotent';

/** Retries that can do a thing twice. */
export const unsafeRetriesCheck = defineCheck({
  rules: [unsafeRetries],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['retryOn'],
  * judge(virtualService) {
    if (virtualService.annotations[IDEMPOTENT] === 'true') {
      return;
    }
    for (const entry of httpEntries(virtualService).filter(one => (one.at('retries', 'attempts').number ?? 0) > 0)) {
      const retryOn = entry.at('retries', 'retryOn');
      const late = (retryOn.text ?? '').split(',').map(one => one.trim()).filter(one => LATE.has(one) || /^\d{3}$/.test(one));
      if (late.length > 0 && canCarryAnything(entry)) {
        yield {
          rule: unsafeRetries,
          path: retryOn.path,
          message: `the route can carry POST, and ${late.join(', ')} may occur after the request was processed, so a retry processes it again`,
          repair: 'retry on connect-failure,refused-stream,reset-before-request, or match the safe methods in a separate rule',
        };
      }
    }
  },
});

function canCarryAnything(entry: Field): boolean {
  const matches = entry.at('match').items();
  return matches.length === 0 || !matches.every(match => isSafe(match.at('method')));
}

/** Whether a method is restricted to those that may run twice. */
function isSafe(method: Field): boolean {
  const { exact, prefix, regex } = method.textMap;
  if (exact !== undefined) {
    return SAFE_METHODS.has(exact);
  }
  return prefix === undefined ? regex !== undefined && !UNSAFE_METHODS.some(matcherOf(`^(?:${regex})$`)) : !UNSAFE_METHODS.some(one => one.startsWith(prefix));
}
