/** What every release of Kubernetes takes for the name of an environment variable. */
const NAME = /^(?!\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/** @throws when a name cannot be that of an environment variable, or a value is none that cdk8s-plus renders */
export function requireEnv(env: Readonly<Record<string, unknown>>, place: string): void {
  for (const [name, value] of Object.entries(env)) {
    if (!NAME.test(name) || name === '.') {
      throw new Error(`${place}: "${name}" in env is not a valid variable name. Use letters, digits, "_", "-" and ".", and do not begin with a digit or two dots.`);
    }
    if (typeof value !== 'object' || value === null || !('value' in value || 'valueFrom' in value)) {
      const said = typeof value === 'string' ? JSON.stringify(value) : '"..."';
      throw new Error(`${place}: the value of "${name}" in env is not an EnvValue, and would be ignored. Use EnvValue.fromValue(${said}).`);
    }
  }
}
