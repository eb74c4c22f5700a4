/** Why a text is not what it should be, and what to write. */
export interface NotSingle {
  readonly message: string;
  readonly repair: string;
}

/** What is wrong with a text that should be one method, host or principal, if it is a list or has a space: none has such a sign. */
export function notSingle(what: string, text: string): NotSingle | undefined {
  const words = text.split(/[\s,]+/).filter(word => word !== '');
  return text.includes(',')
    ? { message: `"${text}" is not a ${what}: it is a list in one string`, repair: words.length === 0 ? `name the ${what}` : `write each as a separate string: ${words.map(word => `"${word}"`).join(', ')}` }
    : notSpaced(what, text);
}

/** The same of a text in which a comma may stand, such as a path. */
export function notSpaced(what: string, text: string): NotSingle | undefined {
  const trimmed = text.trim();
  return /\s/.test(text)
    ? { message: `"${text}" is not a ${what}: a ${what} has no spaces`, repair: trimmed === '' ? `name the ${what}` : /\s/.test(trimmed) ? 'write it without spaces' : `write ${trimmed}` }
    : undefined;
}
