import type { Field } from '../../../mesh/field';

/** What a match asks for, where it is one for a prefix of the path. */
export interface PrefixMatch {
  readonly place: Field;
  readonly prefix: string;
  readonly port: number;
  /** Method and authority, as `exact:GET` or `prefix:GE`. */
  readonly texts: readonly string[];
  /** Headers, query parameters and headers that must not be there, each as a mapping of such texts. */
  readonly maps: ReadonlyArray<ReadonlyMap<string, string>>;
}

const ANY_METHOD = 'exact:GET';

/** The match as istiod compares it; undefined for one that asks for no prefix of the path. */
export function prefixMatch(match: Field): PrefixMatch | undefined {
  const { text: prefix = '' } = match.at('uri', 'prefix');
  return prefix === '' ? undefined : {
    place: match,
    prefix,
    port: match.at('port').number ?? 0,
    texts: [tagged(match.at('method')) || ANY_METHOD, tagged(match.at('authority'))],
    maps: ['headers', 'queryParams', 'withoutHeaders'].map(key => new Map(match.at(key).entries().map(([name, value]) => [name, tagged(value)]))),
  };
}

/** Whether an earlier match, whose prefix is a part of that of a later one, takes all that the later one asks for. */
export function takes(earlier: PrefixMatch, later: PrefixMatch): boolean {
  return earlier.port === later.port
    && earlier.texts.every((text, index) => text.startsWith(later.texts[index]))
    && earlier.maps.every((map, index) => mapTakes(map, later.maps[index]));
}

function mapTakes(earlier: ReadonlyMap<string, string>, later: ReadonlyMap<string, string>): boolean {
  return earlier.size === later.size && [...earlier].every(([key, text]) => later.has(key) && text.startsWith(later.get(key)!));
}

/** Expressions count for nothing here. */
function tagged(match: Field): string {
  const given = ['exact', 'prefix'].map(key => match.at(key)).find(({ isFilled }) => isFilled);
  return given === undefined ? '' : `${given.key}:${given.text ?? ''}`;
}
