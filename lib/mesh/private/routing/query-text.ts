/** The mesh compares a query as it is sent, without decoding it: `&` and `#` end a value, `=` a name, and the rest is encoded. */
const NEVER_SENT = { name: /[^\x21-\x7e]|[&#=]/u, value: /[^\x21-\x7e]|[&#]/u };

/** @throws when no query has such a name or value of a parameter */
export function checkQueryText(text: string, part: keyof typeof NEVER_SENT, call: string): void {
  const [strange] = NEVER_SENT[part].exec(text) ?? [];
  if (strange !== undefined) {
    throw new Error(`${call}: no query has a ${part} that contains "${strange}". Write it as it is sent, such as "${encoded(strange)}".`);
  }
}

/** A surrogate alone is no character, and cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}
