import { EnvValue, SecretValue } from 'cdk8s-plus-28';
import type { ComponentIntent, ComponentKind, ConfigMap } from './component-intent';
import { requireComponentName } from './component-name';

/** A component that has no words of its own. */
export interface CustomWords {
  readonly name?: string;
  readonly secrets?: { readonly [variable: string]: SecretValue };
}

/** What is said in the language of the collector itself. Which types there are, its version knows. @throws when the name or a variable is none */
export function customComponent(kind: ComponentKind, type: string, config: { readonly [key: string]: any } | undefined, words: CustomWords, call: string): ComponentIntent {
  const [bare, ...others] = type.split('/');
  if (!/^[a-z][a-z0-9_]*$/.test(bare) || others.length > 0) {
    throw new Error(`${call}: "${type}" is no type of a component. Say it without a name, such as "${/^[a-z][a-z0-9_]*/.exec(bare)?.[0] ?? 'otlp'}", and the name as { name }.`);
  }
  const { name, secrets } = words;
  return {
    kind,
    type,
    name: requireComponentName(name, call),
    config: config === undefined ? undefined : () => config as ConfigMap,
    env: secretVariables(secrets ?? {}, call),
  };
}

/** The variables with the values of Secrets. @throws when a name is none */
export function secretVariables(secrets: { readonly [variable: string]: SecretValue }, call: string): Readonly<Record<string, EnvValue>> {
  return Object.fromEntries(Object.entries(secrets).map(([variable, value]) => {
    if (!/^[A-Za-z_]\w*$/.test(variable)) {
      throw new Error(`${call}: "${variable}" cannot be the name of a variable. Say letters, digits and "_".`);
    }
    return [variable, EnvValue.fromSecretValue(value)];
  }));
}
