import { milliseconds } from '../../mesh/duration';
import type { Field } from '../../mesh/field';
import { httpEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const unrepeatedTimeout = meshRule(
  'MESH100', 'info', ['unrepeated-timeout', 'A try that exceeds perTryTimeout is not retried, so perTryTimeout acts as the timeout of the whole request.'],
);

/** Of all conditions, these alone repeat a try that was ended for its time, which Envoy takes for a reset. */
const AFTER_TIMEOUT: ReadonlySet<string> = new Set(['5xx', 'gateway-error', 'reset']);

/** Times for a try after which there is no other. */
export const unrepeatedTimeoutCheck = defineCheck({
  rules: [unrepeatedTimeout],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['perTryTimeout'],
  * judge(virtualService) {
    for (const entry of httpEntries(virtualService)) {
      const retries = entry.at('retries');
      const [perTry, retryOn] = [retries.at('perTryTimeout'), retries.at('retryOn')];
      if (perTry.isSet && (retries.at('attempts').number ?? 0) > 0 && !repeatsAfterTimeout(retryOn) && endsTry(perTry, entry.at('timeout'))) {
        yield {
          rule: unrepeatedTimeout,
          path: perTry.path,
          message: `a try that exceeds perTryTimeout ${perTry.text} fails without a retry, since ${retryOn.isFilled ? 'retryOn' : 'the default retryOn'} includes none of reset, 5xx and gateway-error`,
          repair: 'add reset to retryOn if requests may run twice; otherwise remove perTryTimeout, so that only the timeout of the route applies',
        };
      }
    }
  },
});

function repeatsAfterTimeout({ text = '' }: Field): boolean {
  return text.split(',').some(condition => AFTER_TIMEOUT.has(condition.trim()));
}

/** Whether the time for one try ends before that for the whole request. */
function endsTry(perTry: Field, timeout: Field): boolean {
  const [time, whole] = [milliseconds(perTry.text), milliseconds(timeout.text)];
  return time > 0 && (whole === 0 || whole > time);
}
