import type { Field } from '../../mesh/field';
import { VIRTUAL_SERVICE } from '../../mesh/istio-kinds';
import { httpEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const delegateConflict = meshRule('MESH093', 'warning', ['delegate-conflict', 'A route of a delegate VirtualService conflicts with the match of the route that delegates to it.']);

/** Routes to a delegate of whose matches none can be met together with those of the root, so that istiod drops them. */
export const delegateConflictCheck = defineCheck({
  rules: [delegateConflict],
  kinds: [VIRTUAL_SERVICE],
  fields: ['delegate'],
  * judge(virtualService, { set }) {
    for (const entry of httpEntries(virtualService).filter(one => one.at('delegate').isSet && one.at('match').isFilled)) {
      const delegate = entry.at('delegate');
      const theirs = delegate.at('namespace').isFilled ? delegate.at('namespace').text ?? '' : virtualService.namespace;
      const found = set.find(VIRTUAL_SERVICE, theirs, delegate.at('name').text ?? '');
      const lost = found && httpEntries(found).find(route => isDropped(entry, route));
      if (found !== undefined && lost !== undefined) {
        yield {
          rule: delegateConflict,
          path: delegate.at('name').path,
          message: `http[${lost.key}] of VirtualService ${found.fullName} has no match compatible with the ones here: istiod drops it`,
          repair: 'make each match of the delegate narrower than one of these: a longer path under the prefix, or additional fields',
        };
      }
    }
  },
});

/** istiod puts each match of the root together with each of the delegate, and drops a route of which no pair is left. */
function isDropped(root: Field, leaf: Field): boolean {
  const leaves = leaf.at('match').items();
  return leaves.length > 0 && root.at('match').items().every(one => leaves.every(other => isConflict(one, other)));
}

const TEXTS = ['uri', 'scheme', 'method', 'authority'];
const MAPS = ['headers', 'withoutHeaders', 'queryParams'];

function isConflict(root: Field, leaf: Field): boolean {
  const pairs = [
    ...TEXTS.map(key => [root.at(key), leaf.at(key)] as const),
    ...MAPS.flatMap(map => leaf.at(map).entries().map(([key, value]) => [root.at(map, key), value] as const)),
  ];
  const [port, other] = [root, leaf].map(match => match.at('port').number ?? 0);
  const isCaseOdd = root.at('ignoreUriCase').isFilled !== leaf.at('ignoreUriCase').isFilled;
  return isCaseOdd || pairs.some(pair => excludes(...pair)) || (port !== 0 && other !== 0 && port !== other);
}

/** As istiod sees it, to which a regular expression goes with nothing. */
function excludes(root: Field, leaf: Field): boolean {
  const [ours, theirs] = [root, leaf].map(match => match.entries().find(([, value]) => value.isFilled));
  if (ours === undefined || theirs === undefined) {
    return false;
  }
  const [[kind, { text = '' }], [otherKind, { text: other = '' }]] = [ours, theirs];
  if (kind === 'prefix' && otherKind !== 'regex') {
    return !other.startsWith(text);
  }
  return kind !== otherKind || kind === 'regex' || text !== other;
}
