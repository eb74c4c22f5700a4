import fc from 'fast-check';
import { Match } from '../../../../lib/mesh/match';
import { PathMatch } from '../../../../lib/mesh/path-match';
import { ANY_REQUEST, Conditions } from '../../../../lib/mesh/private/routing/conditions';
import { inOrder, isTie, Ordered } from '../../../../lib/mesh/private/routing/route-order';
import { TextMatch } from '../../../../lib/mesh/text-match';
import { fulfils, MeshRequest, someConditions, someRequest } from '../../../support/mesh-request';

const { below, exact, prefix, regex } = PathMatch;
const canary = Match.header('x-canary', 'true');

function rule(name: string, match: Match, priority = 0): Ordered {
  return { name, alternatives: match._alternatives, priority };
}

function onPath(name: string, path: PathMatch, ...more: Match[]): Ordered {
  return rule(name, Match.all(Match.path(path), ...more));
}

function order(...rules: Ordered[]): string[] {
  return inOrder(rules).map(placed => placed.rule.name);
}

const someRules: fc.Arbitrary<Ordered[]> = fc.uniqueArray(fc.record({
  name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  alternatives: fc.array(someConditions, { minLength: 1, maxLength: 3 }),
  priority: fc.constantFrom(0, 0, 1),
}), { selector: ({ name }) => name, maxLength: 6 });

test('an exact path comes before the longest prefix, before a pattern, before none [F018]', () => {
  expect(order(rule('none', canary), onPath('pattern', regex('/a/.*')), onPath('short', prefix('/a')), onPath('long', prefix('/a/b')), onPath('exact', exact('/a'))))
    .toEqual(['exact', 'long', 'short', 'pattern', 'none']);
});

test('what lies below a path comes before the prefix of its text, and behind any that is longer', () => {
  expect(order(onPath('prefix', prefix('/a')), onPath('below', below('/a')), onPath('longer', prefix('/a/')))).toEqual(['longer', 'below', 'prefix']);
});

test('of equal paths, more conditions come before fewer, whatever they are', () => {
  const labels = Match.sourceLabels({ app: 'web', role: 'test' });
  expect(order(onPath('one', prefix('/a')), onPath('two', prefix('/a'), canary), onPath('three', prefix('/a'), labels))).toEqual(['three', 'two', 'one']);
  expect(order(rule('short', canary), rule('long', Match.all(canary, Match.withoutHeader('x-old'))))).toEqual(['long', 'short']);
});

test.each([prefix('/'), below('/')])('a path that every request has is none: $kind /', every => {
  expect(order(onPath('every', every), rule('canary', canary), onPath('pattern', regex('/a.*')))).toEqual(['pattern', 'canary', 'every']);
  expect(isTie(onPath('every', every), rule('canary', canary))).toBe(false);
});

test('a higher priority comes before everything else', () => {
  expect(order(onPath('exact', exact('/a')), rule('first', canary, 1), rule('last', Match.path(exact('/b')), -1))).toEqual(['first', 'exact', 'last']);
});

test('rules of one place stand by name', () => {
  expect(order(onPath('b', exact('/2')), onPath('c', exact('/3')), onPath('a', exact('/1')))).toEqual(['a', 'b', 'c']);
});

test('a rule stands in several places when its alternatives do, and in one place in the order in which they were written', () => {
  const [long, other, short] = [prefix('/a/b'), prefix('/x/y'), prefix('/a')].map(path => ({ ...ANY_REQUEST, path }));
  const twofold: Ordered = { name: 'twofold', priority: 0, alternatives: [short, other, long] };
  expect(inOrder([twofold, onPath('amid', prefix('/ab'))])).toEqual([
    { rule: twofold, alternatives: [other, long] },
    { rule: expect.objectContaining({ name: 'amid' }), alternatives: [{ ...ANY_REQUEST, path: prefix('/ab') }] },
    { rule: twofold, alternatives: [short] },
  ]);
});

test('no rules have no order', () => {
  expect(inOrder([])).toEqual([]);
});

test('the order does not depend on the order in which rules are given, and loses none', () => {
  const shuffled = someRules.chain(rules => fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length })));
  fc.assert(fc.property(shuffled, ([rules, others]) => {
    expect(inOrder(others)).toEqual(inOrder(rules));
    const texts = (alternatives: readonly Conditions[]): string[] => alternatives.map(conditions => JSON.stringify(conditions)).sort();
    rules.forEach(one => {
      const placed = inOrder(rules).filter(({ rule: of }) => of === one).flatMap(({ alternatives }) => alternatives);
      expect(texts(placed)).toEqual(texts(one.alternatives));
    });
  }), { numRuns: 500, seed: 21 });
});

test('unless two rules tie, the first that takes a request is the most specific of those that do', () => {
  let taken = 0;
  fc.assert(fc.property(someRules, someRequest, (rules, request) => {
    if (rules.some((a, index) => rules.slice(index + 1).some(b => isTie(a, b)))) {
      return;
    }
    const first = inOrder(rules).find(({ alternatives }) => alternatives.some(conditions => fulfils(request, conditions)));
    const best = mostSpecific(rules, request);
    taken += Number(best !== undefined);
    expect(first?.rule.name).toBe(best);
  }), { numRuns: 6000, seed: 22 });
  expect(taken).toBeGreaterThan(300);
});

/** The name of the only rule whose best alternative is better than those of all others. */
function mostSpecific(rules: readonly Ordered[], request: MeshRequest): string | undefined {
  const taking = rules.flatMap(({ name, alternatives, priority }) => (
    alternatives.filter(conditions => fulfils(request, conditions)).map(conditions => ({ name, mark: `${priority} ${markOf(conditions)}` }))
  ));
  const best = taking.map(({ mark }) => mark).sort().at(-1);
  const names = new Set(taking.filter(({ mark }) => mark === best).map(({ name }) => name));
  expect(names.size).toBeLessThanOrEqual(1);
  return [...names].at(0);
}

/** A text that comes later in the alphabet the more specific the conditions are. */
function markOf({ authority, headers, method, path, port, query, sourceLabels = {}, sourceNamespace, withoutHeaders }: Conditions): string {
  const asked = path?.path === '/' && path.kind !== 'exact' ? undefined : path;
  const letter = asked === undefined ? 'a' : { regex: 'b', prefix: 'c', below: 'c', exact: 'd' }[asked.kind];
  const length = letter === 'c' ? `${asked!.path.length} ${asked!.kind === 'below' ? 'y' : 'x'}` : '';
  const singles = [asked, authority, method, port, sourceNamespace].filter(value => value !== undefined);
  const several = [headers, query, sourceLabels, withoutHeaders].flatMap(record => Object.keys(record));
  return `${letter} ${length} ${singles.length + several.length}`;
}

describe('a tie', () => {
  test('is two rules of one place that can take the same request', () => {
    expect(isTie(rule('a', canary), rule('b', Match.header('x-user', 'ann')))).toBe(true);
    expect(isTie(onPath('a', regex('/.*a')), onPath('b', regex('/.*b')))).toBe(true);
    expect(isTie(onPath('a', exact('/a')), onPath('b', exact('/a')))).toBe(true);
  });

  test('is no two rules that no request has in common', () => {
    expect(isTie(rule('a', canary), rule('b', Match.header('x-canary', 'false')))).toBe(false);
    expect(isTie(onPath('a', exact('/a')), onPath('b', exact('/b')))).toBe(false);
    expect(isTie(rule('a', Match.headerMatching('x', TextMatch.prefix('a'))), rule('b', Match.withoutHeader('x')))).toBe(false);
  });

  test('is no two rules of which one comes first', () => {
    expect(isTie(rule('a', canary), onPath('b', prefix('/a')))).toBe(false);
    expect(isTie(onPath('a', prefix('/a')), onPath('b', below('/a')))).toBe(false);
    expect(isTie(rule('a', canary, 1), rule('b', Match.header('x-user', 'ann')))).toBe(false);
  });

  test('is found in any of the alternatives', () => {
    const [a, b] = [Match.any(Match.path(exact('/a')), canary), Match.any(Match.path(exact('/b')), Match.header('x-user', 'ann'))];
    expect(isTie(rule('a', a), rule('b', b))).toBe(true);
  });

  test('is found whenever a request is taken in one place by two rules', () => {
    let found = 0;
    const alone = someConditions.map(conditions => ({ name: 'x', alternatives: [conditions], priority: 0 }));
    fc.assert(fc.property(alone, alone, someRequest, (a, b, request) => {
      const [one, other] = [{ ...a, name: 'one' }, { ...b, name: 'other' }];
      const sameFirst = inOrder([one, { ...other, name: 'a' }])[0].rule.name === 'a' && inOrder([one, { ...other, name: 'z' }])[0].rule.name === 'one';
      if (sameFirst && fulfils(request, one.alternatives[0]) && fulfils(request, other.alternatives[0])) {
        found += 1;
        expect(isTie(one, other)).toBe(true);
      }
    }), { numRuns: 20_000, seed: 23 });
    expect(found).toBeGreaterThan(50);
  });
});
