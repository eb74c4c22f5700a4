import { own } from '../own';

/**
 * The field that an identifier of a rule stands for. What cannot stand in an identifier is written as `__dash__` and the like, and a
 * word that has a meaning in CEL as `__namespace__`. Undefined when no field can be meant.
 */
export function unescapeField(identifier: string): string | undefined {
  if (!identifier.includes('__')) {
    return identifier;
  }
  const word = /^__([a-z]+)__$/.exec(identifier)?.[1];
  if (word !== undefined && RESERVED.has(word)) {
    return word;
  }
  let known = true;
  const field = identifier.replace(/__([^_]+)__/g, (_, name: string) => {
    const character = own(CHARACTERS, name);
    known &&= character !== undefined;
    return character ?? '';
  });
  return known ? field : undefined;
}

const CHARACTERS: Readonly<Record<string, string>> = { underscores: '__', dot: '.', dash: '-', slash: '/' };

const RESERVED: ReadonlySet<string> = new Set([
  'true', 'false', 'null', 'in', 'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package',
  'namespace', 'return', 'var', 'void', 'while',
]);
