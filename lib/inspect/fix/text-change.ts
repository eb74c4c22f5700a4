/** A part of a text that gives way to another one. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with changes, of which no two meet. */
export function changed(text: string, changes: readonly TextChange[]): string {
  const sorted = [...changes].sort((one, other) => (one.start === other.start ? one.end - other.end : one.start - other.start));
  const pieces: string[] = [];
  let at = 0;
  for (const change of sorted) {
    pieces.push(text.slice(at, change.start), change.text);
    at = change.end;
  }
  return pieces.join('') + text.slice(at);
}
