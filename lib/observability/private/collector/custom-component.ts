import { EnvValue, SecretValue } from 'cdk8s-plus-28';
import type { ComponentIntent, ComponentKind, ConfigMap } from './component-intent';
import { requireComponentName } from './component-name';

/** A component that has no words of its own. */
interface CustomWords {
  readonly kind: ComponentKind;
  readonly type: string;
  readonly config?: { readonly [key: string]: unknown };
  readonly name?: string;
  readonly secrets?: { readonly [variable: string]: SecretValue };
}

/**
 * What is said in the language of the collector itself. Which types there are, its version knows.
 *
 * @throws when the name or a variable is none, or the type has a name in it
 */
export function customComponent({ kind, type, config, name, secrets = {} }: CustomWords, call: string): ComponentIntent {
  if (!TYPE.test(type)) {
    const [bare = 'otlp'] = /^[a-z][a-z0-9_]*/.exec(type) ?? [];
    throw new Error(`${call}: "${type}" is not a component type. Write it without a name, such as "${bare}", and the name as { name }.`);
  }
  requireComponentName(name, call);
  return { kind, type, name, config: config && (() => config as ConfigMap), env: secretVariables(secrets, call) };
}

const TYPE = /^[a-z][a-z0-9_]*$/;

/** The variables with the values of Secrets. @throws when a name is none */
export function secretVariables(secrets: { readonly [variable: string]: SecretValue }, call: string): Readonly<Record<string, EnvValue>> {
  return Object.fromEntries(Object.entries(secrets).map(([variable, value]) => {
    if (!/^[A-Za-z_]\w*$/.test(variable)) {
      throw new Error(`${call}: "${variable}" is not a valid variable name. Use letters, digits and "_".`);
    }
    return [variable, EnvValue.fromSecretValue(value)];
  }));
}
