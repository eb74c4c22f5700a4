import { Size } from 'cdk8s';
import type { ConfigMap, ConfigValue } from './component-intent';

/** What the collector takes as it is: it puts variables in for `$NAME` and `${NAME}`, and reads `$$` as `$`. */
export function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** Where the value of a variable stands in. */
export function fromVariable(name: string): string {
  return `\${env:${name}}`;
}

/** Whole mebibytes. @throws when it has none */
export function mebibytes(size: Size, name: string): number {
  const count = size.toKibibytes() / 1024;
  if (!(Number.isInteger(count) && count > 0)) {
    throw new Error(`${name} cannot be ${size.asString()}. Use whole mebibytes, at least one.`);
  }
  return count;
}

/** The same without what is not said, at any depth. */
export function said(value: ConfigMap): ConfigMap {
  return withoutUnsaid(value) as ConfigMap;
}

function withoutUnsaid(value: ConfigValue): ConfigValue {
  if (Array.isArray(value)) {
    return value.map(withoutUnsaid);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).map(([key, one]) => [key, withoutUnsaid(one)]))
    : value;
}
