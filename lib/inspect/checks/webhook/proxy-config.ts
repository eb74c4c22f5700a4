import { defineCheck } from '../check';
import { broken } from './broken';
import { refusal } from './webhook-rules';
import { selectorRules, workloadSelector } from './workload-selector';

const rules = {
  concurrency: refusal('proxy-concurrency', 'The number of proxy threads is negative.'),
};

/** What the webhook says of a ProxyConfig. */
export const proxyConfig = defineCheck({
  rules: [rules, selectorRules].flatMap(Object.values),
  analyzer: 'schema.ValidationAnalyzer.ProxyConfig',
  kinds: ['networking.istio.io/ProxyConfig'],
  everyDocument: true,
  * judge({ spec }) {
    yield* workloadSelector(spec.at('selector'), spec.at('selector', 'matchLabels'));
    const concurrency = spec.at('concurrency');
    if ((concurrency.number ?? 0) < 0) {
      yield broken(rules.concurrency, concurrency, `a proxy cannot have ${concurrency.number} threads`, 'write 0 for one thread per core, or a positive number');
    }
  },
});
