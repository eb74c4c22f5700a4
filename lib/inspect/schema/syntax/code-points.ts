/** How many characters a text has. Kubernetes counts code points, where JavaScript counts an emoji as two. */
export function codePointCount(text: string): number {
  return PAIRED.test(text) ? [...text].length : text.length;
}

/** The characters of a text. */
export function codePoints(text: string): readonly string[] {
  return PAIRED.test(text) ? [...text] : text.split('');
}

/** Where in the JavaScript string the character of this index begins; the string's length when there are fewer. */
export function unitAt(text: string, index: number): number {
  return PAIRED.test(text) ? [...text].slice(0, index).join('').length : Math.min(index, text.length);
}

const PAIRED = /[\ud800-\udfff]/;
