import type { Field } from '../../../mesh/field';
import { formatPath } from '../../../schema/format-path';
import { defineCheck, Judgement } from '../../check';
import type { Rule } from '../../rule';
import { broken } from '../broken';
import { presentItems } from '../primitives/present-items';
import { canonicalMatch } from './canonical-match';
import { PrefixMatch, prefixMatch, takes } from './match-overlap';

const unreachable: Rule = {
  code: 'IST0130',
  slug: 'unreachable-rule',
  severity: 'warning',
  summary: 'No request reaches an entry of a VirtualService, since those before it take them all.',
  aliases: [],
};

const ineffective: Rule = {
  code: 'IST0131',
  slug: 'ineffective-match',
  severity: 'info',
  summary: 'A match of a VirtualService takes nothing, since one before it asks for the same or for more.',
  aliases: [],
};

/** Entries of a VirtualService that no request reaches, which the webhook warns of under codes of their own. */
export const unreachableRules = defineCheck({
  rules: [unreachable, ineffective],
  analyzer: 'schema.ValidationAnalyzer.VirtualService',
  kinds: ['networking.istio.io/VirtualService'],
  everyDocument: true,
  * judge({ spec }) {
    for (const protocol of ['http', 'tcp', 'tls']) {
      yield* shadowed(spec.at(protocol));
    }
    yield* overlapping(spec.at('http'));
  },
});

function* shadowed(list: Field): Judgement {
  const seen = new Map<string, Field>();
  let catchAll: Field | undefined;
  for (const entry of presentItems(list)) {
    if (catchAll !== undefined) {
      yield broken(unreachable, entry, `${nameOf(entry)} stands behind ${nameOf(catchAll)}, which takes all requests`, 'move the entry without a match to the end, and keep one');
    }
    if (!entry.at('match').isFilled) {
      catchAll = entry;
    } else if (catchAll === undefined) {
      yield* duplicates(entry, seen);
    }
  }
}

function* duplicates(entry: Field, seen: Map<string, Field>): Judgement {
  const matches = entry.at('match').items();
  let taken = 0;
  for (const match of matches) {
    const text = canonicalMatch(match);
    const earlier = seen.get(text);
    if (earlier === undefined) {
      seen.set(text, entry);
    } else {
      taken += 1;
      yield broken(ineffective, match, `${nameOf(match)}${match.at('name').isFilled ? ` of ${nameOf(entry)}` : ''} asks for what ${nameOf(earlier)} takes`, 'remove it, or ask for something else');
    }
  }
  // What is filled and no list is a match all the same, which the schema refuses.
  if (taken === matches.length && taken > 0) {
    yield broken(unreachable, entry, `all matches of ${nameOf(entry)} are taken by entries before it`, 'remove it, or ask for something else');
  }
}

/** Reports matches for a prefix of which an earlier match takes a part. Each looks up the parts of its own prefix, and not all matches. */
function* overlapping(list: Field): Judgement {
  const seen = new Set<string>();
  const lengths = new Set<number>();
  const byPrefix = new Map<string, PrefixMatch[]>();
  for (const match of reachedMatches(list)) {
    const text = canonicalMatch(match);
    const later = seen.has(text) ? undefined : prefixMatch(match);
    seen.add(text);
    if (later !== undefined) {
      const parts = [...lengths].filter(length => length < later.prefix.length).map(length => later.prefix.slice(0, length));
      for (const earlier of parts.flatMap(part => byPrefix.get(part) ?? []).filter(one => takes(one, later))) {
        yield broken(ineffective, match, describe(later, earlier), 'put the longer prefix first');
      }
      lengths.add(later.prefix.length);
      byPrefix.set(later.prefix, byPrefix.get(later.prefix) ?? []).get(later.prefix)!.push(later);
    }
  }
}

/** The matches of all entries before the first without a match. */
function reachedMatches(list: Field): Field[] {
  const entries = presentItems(list);
  const catchAll = entries.findIndex(entry => !entry.at('match').isFilled);
  return (catchAll < 0 ? entries : entries.slice(0, catchAll)).flatMap(entry => entry.at('match').items());
}

function describe(later: PrefixMatch, earlier: PrefixMatch): string {
  return `${nameOf(later.place)} asks for the prefix ${later.prefix}, and ${nameOf(earlier.place)} before it takes ${earlier.prefix}`;
}

/** The name of an entry or a match, or its place: `http[1].match[0]`. */
function nameOf(field: Field): string {
  const { text = '' } = field.at('name');
  return text === '' ? formatPath(field.path.slice(1)) : `"${text}"`;
}
