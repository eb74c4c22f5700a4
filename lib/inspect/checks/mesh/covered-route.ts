import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { VIRTUAL_SERVICE } from '../../mesh/istio-kinds';
import { httpEntries } from '../../mesh/route-entries';
import { TakenMatches } from '../../mesh/taken-matches';
import { formatPath } from '../../schema/format-path';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const coveredRoute = meshRule('MESH120', 'warning', ['covered-route', 'A VirtualService entry receives no requests, since an earlier, broader one matches them all.'], ['IST0130']);

/** Entries that come behind others which take all that they ask for. */
export const coveredRouteCheck = defineCheck({
  rules: [coveredRoute],
  kinds: [VIRTUAL_SERVICE],
  fields: ['match'],
  * judge(virtualService) {
    const entries = virtualService.spec.at('hosts').isFilled ? matchedEntries(httpEntries(virtualService)) : [];
    const taken = new TakenMatches();
    for (const entry of entries.length < 2 ? [] : entries) {
      const matches = entry.at('match').items();
      const takers = matches.map(match => taken.takerOf(match));
      if (takers.every(taker => taker !== undefined)) {
        yield {
          rule: coveredRoute,
          path: entry.path,
          message: `no request reaches ${nameOf(entry)}: everything it matches is already matched by ${listed([...new Set(takers)].map(describe), 3)}`,
          repair: 'put the narrower entry first',
        };
      }
      // What a delegate leaves goes on to the next entry.
      (entry.at('delegate').isSet ? [] : matches).forEach(match => taken.add(match));
    }
  },
});

/** The entries down to the first without a match; of those behind it istioctl speaks. */
function matchedEntries(entries: readonly Field[]): readonly Field[] {
  const open = entries.findIndex(entry => !entry.at('match').isFilled);
  return open < 0 ? entries : entries.slice(0, open);
}

function nameOf({ path }: Field): string {
  return formatPath(path.slice(1));
}

/** A match, and what it asks of the path. */
function describe(match: Field): string {
  const [kind, { text = '' }] = match.at('uri').entries()[0] ?? ['', match];
  return `${nameOf(match)}${kind === '' ? '' : ` (${kind}: ${text})`}`;
}
