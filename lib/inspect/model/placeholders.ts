/** A variable that a shell has, or Flux by `postBuild`, and puts a value in place of. */
const VARIABLE = /\$\{[A-Za-z_]\w*(?:[:=?+#%/^,-][^{}]*)?\}/g;
const TEMPLATE = /\{\{[^{}]+\}\}/;

/** What mends words that quote a value which some program has yet to fill in; undefined for any other. */
export function fillingIn(words: string): string | undefined {
  const [variable] = words.match(VARIABLE) ?? [];
  return variable === undefined ? TEMPLATE.test(words) ? RENDER : undefined : substitute(variable);
}

/** The repair of a template. */
export const RENDER = 'render the template first if this is one';

/** What mends a place of a text that is in a variable without quotes, which in brackets is no text. */
export function substitutionAt(text: string, place: number): string | undefined {
  const near = { start: Math.max(0, place - LONGEST), end: place + LONGEST };
  const found = [...text.slice(near.start, near.end).matchAll(VARIABLE)]
    .find(({ index, 0: { length } }) => index + near.start <= place && place <= index + near.start + length);
  return found && substitute(found[0]);
}

/** As far as a variable is looked for around a place. */
const LONGEST = 100;

function substitute(variable: string): string {
  return `substitute ${variable} first if it is a variable`;
}
