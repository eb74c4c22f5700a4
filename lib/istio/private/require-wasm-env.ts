/** How names begin that Istio gives values itself. */
const OWN = 'ISTIO_META_WASM_';

/** @throws when a variable has no name or one that Istio uses, is too long, or is said in both ways */
export function requireWasmEnv(env: Readonly<Record<string, string>>, hostEnv: readonly string[], place: string): void {
  const names = [...Object.keys(env), ...hostEnv];
  const wrong = names.find(name => name === '' || name.length > 256 || name.startsWith(OWN));
  if (wrong !== undefined) {
    throw new Error(`${place}: "${wrong}" is not a valid variable name of a module. Use 1 to 256 characters, not beginning with "${OWN}", which is reserved for Istio.`);
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Error(`${place}: the variable "${twice}" is set twice. Set it once, in env with a value or in hostEnv to copy that of the proxy.`);
  }
  const long = Object.keys(env).find(name => env[name].length > 2048);
  if (long !== undefined) {
    throw new Error(`${place}: the variable "${long}" has ${env[long].length} characters, but the mesh accepts at most 2048. Set it in config.`);
  }
}
