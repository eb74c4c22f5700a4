import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'product-service.k8s.yaml': text } = renderedBy('examples/S0-1.2/main.ts');

// The document only lists that there are such limits, so what matters is that this one is enforced, of all that comes in.
test('[F089] the proxies of the service let 100 requests pass in a second', () => {
  const [{ kind, spec: { configPatches: [{ match, patch }], workloadSelector } }, ...others] = loadAll(text) as any[];
  expect([kind, match.context, workloadSelector, others]).toEqual(['EnvoyFilter', 'SIDECAR_INBOUND', { labels: { app: 'product-service' } }, []]);
  expect(patch.value.typed_config).toMatchObject({
    token_bucket: { max_tokens: 100, tokens_per_fill: 100, fill_interval: '1s' },
    filter_enabled: { default_value: { numerator: 100, denominator: 'HUNDRED' } },
    filter_enforced: { default_value: { numerator: 100, denominator: 'HUNDRED' } },
  });
});
