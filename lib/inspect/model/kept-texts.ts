/**
 * A part of a text. Keys and short values come again and again; one that was read lately is given once more, so that it is kept once, and
 * whoever looks it up need not look at its characters.
 */
export function partOf(text: string, begin: number, end: number): string {
  if (end - begin > LONGEST) {
    return text.slice(begin, end);
  }
  const place = placeOf(text, begin, end);
  const kept = texts[place];
  if (kept.length === end - begin && text.startsWith(kept, begin)) {
    return kept;
  }
  // A key of an object is a text of its own, where a part of a text keeps the whole of it.
  const [own] = Object.keys({ [text.slice(begin, end)]: true });
  texts[place] = own;
  return own;
}

const LONGEST = 48;
const PLACES = 1 << 14;

const texts: string[] = Array.from({ length: PLACES }, () => '');

function placeOf(text: string, begin: number, end: number): number {
  let hash = 0;
  for (let at = begin; at < end; at += 1) {
    hash = (hash * 31 + text.charCodeAt(at)) | 0;
  }
  return hash & (PLACES - 1);
}
