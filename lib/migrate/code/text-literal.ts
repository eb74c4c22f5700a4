/**
 * A text as TypeScript: in quotes, or over several lines between backticks. Nothing in it ends it early, is replaced in it, or turns what
 * stands around it another way for the eye.
 */
export function textLiteral(text: string): string {
  return text.slice(0, -1).includes('\n') ? `\`${escaped(text, IN_BACKTICKS)}\`` : quotedText(text);
}

/** A text in quotes, whatever its lines. */
export function quotedText(text: string): string {
  return `'${escaped(text, IN_QUOTES)}'`;
}

/** A text as one line behind `//`. */
export function commentLine(text: string): string {
  const line = escaped(text, UNSEEN);
  // What TypeScript and ESLint take for orders is a comment of YAML, and no more.
  return `// ${/^\s*(?:@|eslint|global|exported)/.test(line) ? '# ' : ''}${line}`.trimEnd();
}

/** What no eye sees, or what makes it see something else: control characters, halves of characters, joiners, and changes of direction. */
const UNSEEN_CHARACTERS = '[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u00a0\\u00ad\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff\\ufff9-\\ufffb]'
  + '|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';

const UNSEEN = new RegExp(`${UNSEEN_CHARACTERS}|\\n`, 'g');
const IN_QUOTES = new RegExp(`['\\\\\\n]|${UNSEEN_CHARACTERS}`, 'g');
const IN_BACKTICKS = new RegExp(`[\`\\\\]|\\$(?=\\{)|${UNSEEN_CHARACTERS}`, 'g');

function escaped(text: string, pattern: RegExp): string {
  return text.replace(pattern, character => SHORT.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'], ['\r', '\\r'], ['\t', '\\t'], ['\\', '\\\\'], ['\'', '\\\''], ['`', '\\`'], ['$', '\\$'],
]);
