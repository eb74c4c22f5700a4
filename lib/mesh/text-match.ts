import { checkRegularExpression, matchesAll } from './private/routing/regular-expression';

/** How a text is compared. */
export enum TextMatchKind {
  EXACT = 'exact',
  PREFIX = 'prefix',
  PRESENT = 'present',
  REGEX = 'regex',
}

/** What the value of a header, of a query parameter or of an authority has to be. Upper and lower case differ. */
export class TextMatch {
  /** Exactly this text. */
  public static exact(value: string): TextMatch {
    return new TextMatch(TextMatchKind.EXACT, value);
  }

  /** A text that begins with this one. @throws when it is empty, since every text begins so */
  public static prefix(value: string): TextMatch {
    if (value === '') {
      throw new Error('TextMatch.prefix(""): every text begins with an empty text. For any value, use TextMatch.present().');
    }
    return new TextMatch(TextMatchKind.PREFIX, value);
  }

  /** Any text, an empty one too, so that it is there at all. */
  public static present(): TextMatch {
    return new TextMatch(TextMatchKind.PRESENT, '');
  }

  /** A text of which all matches a regular expression (RE2). @throws when the pattern is none, empty, or longer than 1024 bytes */
  public static regex(pattern: string): TextMatch {
    if (pattern === '') {
      throw new Error('TextMatch.regex(""): an empty pattern matches only an empty text. For that, use TextMatch.exact(""); for any value, TextMatch.present().');
    }
    checkRegularExpression(pattern, `TextMatch.regex("${pattern}")`);
    return new TextMatch(TextMatchKind.REGEX, pattern);
  }

  private constructor(public readonly kind: TextMatchKind, public readonly value: string) {}

  /** @internal */
  public _takes(text: string): boolean {
    switch (this.kind) {
      case TextMatchKind.EXACT: return text === this.value;
      case TextMatchKind.PREFIX: return text.startsWith(this.value);
      case TextMatchKind.PRESENT: return true;
      case TextMatchKind.REGEX: return matchesAll(this.value, text);
    }
  }
}
