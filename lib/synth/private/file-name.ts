import { createHash } from 'node:crypto';

/**
 * One file name of parts that may hold anything: joined by dots, foreign characters escaped as in a URL (`/` is `%2F`). It is plain ASCII,
 * never hidden, never more than one path segment, and means the same on every system. A name that is too long is cut and gets a digest.
 *
 * @throws when the extension leaves no room for a name.
 */
export function fileName(parts: readonly string[], extension: string): string {
  const name = escapeFirst(escape(parts.join('.') + extension));
  return name.length <= LONGEST_NAME ? name : cut(name, extension);
}

/** Whether a path below a folder, with `/`, consists of names as `fileName` gives them, so that it leads to no other place. */
export function isFilePath(path: string): boolean {
  return path.split('/').every(name => NAME.test(name) && name.length <= LONGEST_NAME);
}

/** File systems allow 255 bytes; editors and merge tools add some, e.g. `.orig`. */
const LONGEST_NAME = 250;
const LONGEST_EXTENSION = 100;
const NAME = /^(?!\.)[A-Za-z0-9._%-]+(?<!\.)$/;

function escape(text: string): string {
  // Windows ignores a dot at the end.
  return text.replace(/[^A-Za-z0-9._-]|\.$/gu, escaped);
}

/** A dot at the beginning hides a file; what Windows takes for a device is one with any extension. */
function escapeFirst(name: string): string {
  return name.replace(/^(?:\.|(?=(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)).)/i, escaped);
}

function escaped(character: string): string {
  return [...Buffer.from(character)].map(byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

function cut(name: string, extension: string): string {
  const suffix = escape(extension);
  if (suffix.length > LONGEST_EXTENSION) {
    throw new Error(`outputFileExtension "${extension}": leaves no room for the file name; at most ${LONGEST_EXTENSION} characters are allowed. Shorten it.`);
  }
  const end = `.${createHash('sha256').update(name).digest('hex').slice(0, 16)}${suffix}`;
  // No part of an escaped character stays at the cut.
  return `${name.slice(0, LONGEST_NAME - end.length).replace(/(?:%.?|\.)$/, '')}${end}`;
}
