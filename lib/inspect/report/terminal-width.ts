/** As many columns as a terminal gives to a text without control characters. */
export function terminalWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width += character <= '~' ? 1 : columnsOf(character);
  }
  return width;
}

function columnsOf(character: string): number {
  if (NONE.test(character)) {
    return 0;
  }
  return WIDE.test(character) && !NARROW.test(character) ? 2 : 1;
}

/** What is drawn over the character before, or not at all: but for the soft hyphen, which terminals draw. */
const NONE = /[\p{Mn}\p{Me}\p{Emoji_Modifier}\u1160-\u11ff\u200b-\u200f\u2060-\u2064\ufeff]/u;

/** Ideographs, syllables and punctuation of East Asia, full forms of Latin, and emoji. */
const WIDE = /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303e\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]/u;

/** Half forms, and halves of flags. */
const NARROW = /[\uff61-\uffdc\p{Regional_Indicator}]/u;
