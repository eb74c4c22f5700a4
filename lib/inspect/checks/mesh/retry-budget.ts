import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const retryBudget = meshRule('MESH033', 'error', [
  'retry-budget', 'A ServiceProfile has a retry budget that is ignored, incomplete, or used by no route.',
], ['CRD001', 'CRD003']);

const KEYS = ['retryRatio', 'minRetriesPerSecond', 'ttl'];

/** Retry budgets of ServiceProfiles by which nothing is tried again. */
export const retryBudgetCheck = defineCheck({
  rules: [retryBudget],
  kinds: ['linkerd.io/ServiceProfile'],
  * judge({ spec }) {
    const routes = spec.at('routes').items();
    const misplaced = routes.map(route => route.at('retryBudget')).filter(({ isSet }) => isSet);
    const own = spec.at('retryBudget');
    for (const { path } of misplaced) {
      yield { rule: retryBudget, path, message: 'a retry budget applies to the whole service, and is ignored in a route', repair: 'move it to spec.retryBudget' };
    }
    const missing = KEYS.filter(key => own.isSet && !own.at(key).isSet);
    for (const key of missing) {
      yield { rule: retryBudget, path: own.at(key).path, message: `the retry budget has no ${key}, and is ignored unless complete`, repair: `add ${key}` };
    }
    const budget = [own, ...misplaced].find(({ isSet }) => isSet);
    if (budget !== undefined && !routes.some(route => route.at('isRetryable').value === true)) {
      yield {
        rule: retryBudget,
        path: (routes.length > 0 ? spec.at('routes') : budget).path,
        message: 'no route is retryable, so the retry budget is never used',
        repair: 'set isRetryable: true on routes that may run twice',
      };
    }
  },
});
