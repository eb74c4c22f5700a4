import type { Field } from '../../mesh/field';
import { groupReference } from '../../mesh/group-references';
import { httpEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import type { Severity } from '../rule';
import { meshRule } from './mesh-rule';

const prefixRewrite = meshRule('MESH055', 'warning', ['prefix-rewrite', 'A prefix rewrite is plain text replacement, which merges path segments or doubles slashes.']);

/** Rewrites of a prefix that make other paths than they look like. */
export const prefixRewriteCheck = defineCheck({
  rules: [prefixRewrite],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['rewrite'],
  * judge(virtualService) {
    for (const entry of httpEntries(virtualService)) {
      const { text, path } = entry.at('rewrite', 'uri');
      // Of references to groups, and of prefixes with an asterisk, others speak.
      const isPath = text !== undefined && groupReference(text) === undefined;
      const mistake = isPath ? prefixesOf(entry).map(prefix => mistakeOf(prefix, text)).find(one => one !== undefined) : undefined;
      if (mistake !== undefined) {
        yield { rule: prefixRewrite, path, ...mistake };
      }
    }
  },
});

/** What the matches of an entry replace; a match without a path is one of `/`. */
function prefixesOf(entry: Field): string[] {
  const matches = entry.at('match').items();
  const prefixes = matches.map(match => (match.at('uri').isFilled ? match.at('uri', 'prefix').text : '/'));
  return matches.length === 0 ? ['/'] : prefixes.filter(prefix => prefix !== undefined).filter(prefix => !prefix.includes('*'));
}

interface Mistake {
  readonly severity: Severity;
  readonly message: string;
  readonly repair: string;
}

function mistakeOf(prefix: string, written: string): Mistake | undefined {
  const [ends, isClosed] = [prefix.endsWith('/'), written.endsWith('/')];
  if (ends && !isClosed) {
    return { severity: 'warning', message: `${prefix}a becomes ${written}a: the prefix is replaced with its last slash`, repair: `write ${written}/` };
  }
  if (!ends && isClosed) {
    return { severity: 'warning', message: `${prefix}/a becomes ${written}/a, with two slashes`, repair: `match the prefix ${prefix}/, and ${prefix} itself by exact` };
  }
  return ends || prefix === written ? undefined : {
    severity: 'info',
    message: `${prefix}er also matches, and becomes ${written}er`,
    repair: `match the prefix ${prefix}/ and rewrite it to ${written}/, and ${prefix} itself by exact`,
  };
}
