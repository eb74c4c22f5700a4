import { requireWasmEnv } from '../../../lib/istio/private/require-wasm-env';

const NAMES = 'A name has 1 to 256 characters, and does not begin with "ISTIO_META_WASM_", as those of Istio do.';

test.each<[string, env: Record<string, string>, hostEnv: string[]]>([
  [`here: no variable of a module can be called "". ${NAMES}`, { '': 'a' }, []],
  [`here: no variable of a module can be called "${'A'.repeat(257)}". ${NAMES}`, {}, ['A'.repeat(257)]],
  [`here: no variable of a module can be called "ISTIO_META_WASM_IMAGE_PULL_SECRET". ${NAMES}`, { ISTIO_META_WASM_IMAGE_PULL_SECRET: 'a' }, []],
  ['here: the variable "A" is said twice. Say it once, in env with a value or in hostEnv to take over that of the proxy.', { A: '' }, ['A']],
  ['here: the variable "A" has 2049 characters, and the mesh takes at most 2048. Say it in config.', { A: 'a'.repeat(2049) }, []],
])('fails with "%s"', (problem, env, hostEnv) => {
  expect(() => requireWasmEnv(env, hostEnv, 'here')).toThrow(problem);
});

test('takes what the mesh takes', () => {
  expect(() => requireWasmEnv({ [`A${'a'.repeat(255)}`]: 'a'.repeat(2048), B: '' }, ['C'], 'here')).not.toThrow();
});
