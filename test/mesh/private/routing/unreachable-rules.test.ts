import { HttpMethod } from '../../../../lib/mesh/http-method';
import { Match } from '../../../../lib/mesh/match';
import { PathMatch } from '../../../../lib/mesh/path-match';
import type { RuleIntent } from '../../../../lib/mesh/private/intent';
import { unreachableProblems } from '../../../../lib/mesh/private/routing/unreachable-rules';

const rule = (name: string, match?: Match): RuleIntent => ({ name, alternatives: match?._alternatives ?? [], response: { status: 410 } });
const problems = (...rules: readonly RuleIntent[]): string[] => unreachableProblems(rules, name => `here, route "${name}"`);
const END = 'Narrow what comes first, set a priority, or leave one of them out.';

test('[F023] a route that never takes a request is named, and the one that takes all of it first', () => {
  expect(problems(rule('all', Match.path(PathMatch.regex('/.*'))), rule('testers', Match.header('x-test', 'true')), rule('default'))).toEqual([
    `here, route "testers": never matches a request, because "all" comes first and matches all of its requests. ${END}`,
    `here, route "default": never matches a request, because "all" comes first and matches all of its requests. ${END}`,
  ]);
});

test('[F023] several may take it together', () => {
  const [reads, writes] = [HttpMethod.GET, HttpMethod.POST].map(method => Match.method(method));
  expect(problems(rule('reads', reads), rule('writes', writes), rule('both', Match.any(reads, writes)))).toEqual([
    `here, route "both": never matches a request, because "reads" and "writes" come first and match all of its requests. ${END}`,
  ]);
});

test('[F023] a route that takes some requests is none', () => {
  expect(problems(rule('one', Match.path(PathMatch.exact('/a'))), rule('below', Match.path(PathMatch.below('/a'))), rule('default'))).toEqual([]);
});

test('[F023] a fault may stand before a route for the same requests', () => {
  const { alternatives } = rule('testers', Match.header('x-test', 'true'));
  expect(problems({ name: 'chaos', alternatives, destinations: [], fault: {} }, { name: 'testers', alternatives, response: { status: 410 } })).toEqual([]);
});
