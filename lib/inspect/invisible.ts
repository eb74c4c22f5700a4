/**
 * Characters that look like nothing, or like a space, and are none: where they stand, nobody sees what is wrong. Those that join letters and
 * emoji are not among them.
 */
export const INVISIBLE = /[\u00a0\u00ad\u061c\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\ufeff]/g;

/** A text without such characters. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '');
}
