import type { ObjectPath } from '../violation';

/** The keys of a rule's `fieldPath`, `.spec['my.key'].name`. Undefined when it is none. */
export function parseFieldPath(text: string): ObjectPath | undefined {
  const steps = [...text.matchAll(STEP)];
  return steps.map(([step]) => step).join('') === text
    ? steps.map(([, name, quoted]) => name ?? quoted.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter))
    : undefined;
}

const STEP = /\.([^.[\]]+)|\['((?:[^\\']|\\.)*)'\]/gs;

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
