import type { Field } from '../../mesh/field';
import { defineCheck, Judgement } from '../check';
import { broken } from './broken';
import { portRules } from './primitives/ports';
import { policyTargets, targetRefRules } from './primitives/target-refs';
import { trafficSelectors } from './traffic-selectors';
import { wasmModule, wasmRules } from './wasm-module';
import { refusal } from './webhook-rules';
import { selectorRules, workloadSelector } from './workload-selector';

const rules = {
  one: refusal('extension-one', 'A proxy extension does not have exactly one of wasm and lua.'),
  code: refusal('lua-code', 'The Lua code of an extension is missing or too long.'),
};

/** The bytes of code that fit into an object. */
const LONGEST_CODE = 65_536;

/** What the webhook says of a TrafficExtension. */
export const trafficExtension = defineCheck({
  rules: [rules, targetRefRules, selectorRules, wasmRules, { number: portRules.number }].flatMap(Object.values),
  analyzer: 'schema.ValidationAnalyzer.TrafficExtension',
  kinds: ['extensions.istio.io/TrafficExtension'],
  everyDocument: true,
  * judge({ spec }) {
    const [wasm, lua] = [spec.at('wasm'), spec.at('lua')];
    yield* policyTargets(spec);
    yield* workloadSelector(spec.at('selector'), spec.at('selector', 'matchLabels'));
    if (wasm.isSet === lua.isSet) {
      const message = wasm.isSet ? 'the extension has both wasm and lua' : 'the extension has neither wasm nor lua';
      yield broken(rules.one, spec, message, 'set exactly one of wasm and lua');
    }
    if (lua.isSet) {
      yield* luaCode(lua.at('inlineCode'));
    }
    if (wasm.isSet) {
      yield* wasmModule(wasm);
    }
    yield* trafficSelectors(spec.at('match'));
  },
});

function* luaCode(code: Field): Judgement {
  const length = Buffer.byteLength(code.text ?? '');
  if (!code.isFilled) {
    yield broken(rules.code, code, 'the code is missing', 'write it');
  } else if (length > LONGEST_CODE) {
    yield broken(rules.code, code, `the code has ${length} bytes, more than ${LONGEST_CODE}`, 'shorten it');
  }
}
