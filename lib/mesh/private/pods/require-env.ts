/** What every release of Kubernetes takes for the name of an environment variable. */
const NAME = /^(?!\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/** @throws when a name cannot be that of an environment variable, or a value is none that cdk8s-plus renders */
export function requireEnv(env: Readonly<Record<string, unknown>>, place: string): void {
  for (const [name, value] of Object.entries(env)) {
    if (!NAME.test(name) || name === '.') {
      throw new Error(`${place}: env cannot have "${name}". A name has letters, digits, "_", "-" and ".", and does not begin with a digit or two dots.`);
    }
    if (typeof value !== 'object' || value === null || !('value' in value || 'valueFrom' in value)) {
      const said = typeof value === 'string' ? JSON.stringify(value) : '"..."';
      throw new Error(`${place}: env says of "${name}" what is no EnvValue, and would be left out. Say EnvValue.fromValue(${said}).`);
    }
  }
}
