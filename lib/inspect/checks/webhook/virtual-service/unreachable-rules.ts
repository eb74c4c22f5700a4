import { addTo } from '../../../group-by';
import type { Field } from '../../../mesh/field';
import { formatPath } from '../../../schema/format-path';
import { defineCheck, Judgement } from '../../check';
import type { Rule } from '../../rule';
import { broken } from '../broken';
import { byField } from '../by-field';
import { presentItems } from '../primitives/present-items';
import { canonicalMatch } from './canonical-match';
import { PrefixMatch, prefixMatch, takes } from './match-overlap';

const unreachable: Rule = {
  code: 'IST0130',
  slug: 'unreachable-rule',
  severity: 'warning',
  summary: 'No request reaches a VirtualService entry, since earlier ones match them all.',
  aliases: [],
};

const ineffective: Rule = {
  code: 'IST0131',
  slug: 'ineffective-match',
  severity: 'info',
  summary: 'A VirtualService match has no effect, since an earlier one covers it.',
  aliases: [],
};

/** Entries of a VirtualService that no request reaches, which the webhook warns of under codes of their own. */
export const unreachableRules = defineCheck({
  rules: [unreachable, ineffective],
  analyzer: 'schema.ValidationAnalyzer.VirtualService',
  kinds: ['networking.istio.io/VirtualService'],
  everyDocument: true,
  * judge({ spec }) {
    yield* protocols(spec);
  },
});

const protocols = byField({ http: hidden, tcp: hidden, tls: hidden });

/** A match that requests get as far as, of an entry. */
interface Match {
  readonly place: Field;
  readonly entry: Field;
  /** What it asks for: the same text for all that mean the same. */
  readonly text: string;
}

function* hidden(list: Field): Judgement {
  const entries = presentItems(list);
  const open = entries.findIndex(entry => !entry.at('match').isFilled);
  if (open >= 0 && open < entries.length - 1) {
    yield* behindOpen(entries.slice(open));
  }
  const matches = matchesOf(open < 0 ? entries : entries.slice(0, open));
  if (matches.length > 0) {
    yield* duplicates(matches);
    yield* list.key === 'http' ? overlapping(matches) : [];
  }
}

/** The matches of entries; none where there is one alone, which hides nothing. */
function matchesOf(entries: readonly Field[]): Match[] {
  const matches = entries.flatMap(entry => entry.at('match').items().map(place => ({ place, entry })));
  return matches.length === 1 ? [] : matches.map(match => ({ ...match, text: canonicalMatch(match.place) }));
}

/** Reports entries behind the first of these, which has no match. */
function* behindOpen([first, ...entries]: readonly Field[]): Judgement {
  let open = first;
  for (const entry of entries) {
    yield broken(unreachable, entry, `${nameOf(entry)} comes after ${nameOf(open)}, which matches all requests`, 'move the entry without a match to the end, and keep one');
    open = entry.at('match').isFilled ? open : entry;
  }
}

function* duplicates(matches: readonly Match[]): Judgement {
  const seen = new Map<string, Match>();
  for (const match of matches) {
    const { place, entry, text } = match;
    const earlier = seen.get(text);
    if (earlier === undefined) {
      seen.set(text, match);
    } else {
      yield broken(ineffective, place, `${nameOf(place)}${place.at('name').isFilled ? ` of ${nameOf(entry)}` : ''} duplicates a match of ${nameOf(earlier.entry)}`, 'remove it, or match something else');
    }
  }
  const reached = new Set([...seen.values()].map(({ entry }) => entry));
  for (const entry of new Set(matches.map(match => match.entry))) {
    if (!reached.has(entry)) {
      yield broken(unreachable, entry, `all matches of ${nameOf(entry)} are covered by earlier entries`, 'remove it, or match something else');
    }
  }
}

/** Reports matches for a prefix of which an earlier match takes a part. Each looks up the parts of its own prefix, and not all matches. */
function* overlapping(matches: readonly Match[]): Judgement {
  const seen = new Set<string>();
  const lengths = new Set<number>();
  const byPrefix = new Map<string, PrefixMatch[]>();
  for (const { place, text } of matches) {
    const later = seen.has(text) ? undefined : prefixMatch(place);
    seen.add(text);
    if (later !== undefined) {
      const parts = [...lengths].filter(length => length < later.prefix.length).map(length => later.prefix.slice(0, length));
      for (const earlier of parts.flatMap(part => byPrefix.get(part) ?? []).filter(one => takes(one, later))) {
        yield broken(ineffective, place, describe(later, earlier), 'put the longer prefix first');
      }
      lengths.add(later.prefix.length);
      addTo(byPrefix, later.prefix, later);
    }
  }
}

function describe(later: PrefixMatch, earlier: PrefixMatch): string {
  return `${nameOf(later.place)} matches the prefix ${later.prefix}, but ${nameOf(earlier.place)} before it already matches ${earlier.prefix}`;
}

/** The name of an entry or a match, or its place: `http[1].match[0]`. */
function nameOf(field: Field): string {
  const { text = '' } = field.at('name');
  return text === '' ? formatPath(field.path.slice(1)) : `"${text}"`;
}
