import { defineCheck } from '../check';
import { portRules } from './primitives/ports';
import { policyTargets, targetRefRules } from './primitives/target-refs';
import { trafficSelectors } from './traffic-selectors';
import { wasmModule, wasmRules } from './wasm-module';
import { selectorRules, workloadSelector } from './workload-selector';

/** What the webhook says of a WasmPlugin. */
export const wasmPlugin = defineCheck({
  rules: [targetRefRules, selectorRules, wasmRules, { number: portRules.number }].flatMap(Object.values),
  analyzer: 'schema.ValidationAnalyzer.WasmPlugin',
  kinds: ['extensions.istio.io/WasmPlugin'],
  everyDocument: true,
  * judge({ spec }) {
    yield* policyTargets(spec);
    yield* workloadSelector(spec.at('selector'), spec.at('selector', 'matchLabels'));
    yield* wasmModule(spec);
    yield* trafficSelectors(spec.at('match'));
  },
});
