import { MutualTls } from '../../../../lib';
import type { AccessRuleIntent } from '../../../../lib/mesh/private/access/access-intent';
import { proofProblems } from '../../../../lib/mesh/private/access/proof-problems';

const known: AccessRuleIntent = { caller: { namespaces: ['a'] }, asked: {} };
const anyone: AccessRuleIntent = { caller: {}, asked: {} };
const { STRICT, PERMISSIVE, DISABLED } = MutualTls;

test.each<[string, ['allow' | 'deny', AccessRuleIntent], MutualTls[], number]>([
  ['denied, all strict', ['deny', known], [STRICT, STRICT], 0],
  ['denied, one permissive', ['deny', known], [STRICT, PERMISSIVE], 1],
  ['denied, by other things than who they are', ['deny', anyone], [DISABLED], 0],
  ['allowed, one strict', ['allow', known], [DISABLED, STRICT], 0],
  ['allowed, none but plain text', ['allow', known], [DISABLED, DISABLED], 1],
  ['allowed, anyone', ['allow', anyone], [DISABLED], 0],
])('%s', (_, [action, rule], modes, count) => {
  expect(proofProblems({ place: 'shop/web', allow: [], deny: [], [action]: [rule], modesOf: () => modes })).toHaveLength(count);
});
