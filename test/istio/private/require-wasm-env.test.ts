import { requireWasmEnv } from '../../../lib/istio/private/require-wasm-env';

const NAMES = 'Use 1 to 256 characters, not beginning with "ISTIO_META_WASM_", which is reserved for Istio.';

test.each<[string, env: Record<string, string>, hostEnv: string[]]>([
  [`here: "" is not a valid variable name of a module. ${NAMES}`, { '': 'a' }, []],
  [`here: "${'A'.repeat(257)}" is not a valid variable name of a module. ${NAMES}`, {}, ['A'.repeat(257)]],
  [`here: "ISTIO_META_WASM_IMAGE_PULL_SECRET" is not a valid variable name of a module. ${NAMES}`, { ISTIO_META_WASM_IMAGE_PULL_SECRET: 'a' }, []],
  ['here: the variable "A" is set twice. Set it once, in env with a value or in hostEnv to copy that of the proxy.', { A: '' }, ['A']],
  ['here: the variable "A" has 2049 characters, but the mesh accepts at most 2048. Set it in config.', { A: 'a'.repeat(2049) }, []],
])('fails with "%s"', (problem, env, hostEnv) => {
  expect(() => requireWasmEnv(env, hostEnv, 'here')).toThrow(problem);
});

test('takes what the mesh takes', () => {
  expect(() => requireWasmEnv({ [`A${'a'.repeat(255)}`]: 'a'.repeat(2048), B: '' }, ['C'], 'here')).not.toThrow();
});
