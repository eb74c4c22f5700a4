import { ownChecks } from '../../../lib/inspect/checks/own-rules';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { judge } from '../../support/judge';

const rule: Rule = { code: 'ACME001', slug: 'team-label', severity: 'warning', summary: 'A Service does not say which team it is of.', aliases: [] };
const problem = { rule, path: ['metadata'], message: 'no label "team"' };
const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: orders}\nspec: {ports: [{port: 80, name: http}]}\n';

const HOW_TO_FIX = 'write a list of edits, such as [{ kind: \'set\', path: field.path, to: \'text\' }]';

/** What comes of a check of somebody else. */
function verdictOf(judging: (...args: any[]) => unknown): ReturnType<typeof judge> {
  return judge(service, { checks: ownChecks({ rules: [rule], judge: judging }, 'rules.cjs', []) });
}

test('what a check yields is taken as ours: with a list as well as with a generator, and with a severity of its own', () => {
  const { findings, undecided, crashes } = verdictOf(() => [
    { ...problem, severity: 'error', expected: 'a team', repair: 'name the team', more: 1 },
    { undecided: rule, unknown: 'namespace web' },
  ]);

  expect(findings).toEqual([{
    code: 'ACME001', rule: 'team-label', severity: 'error', message: 'no label "team"', aliases: [], path: 'metadata', file: 'shop.yaml', line: 3, column: 1,
    object: { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'orders' }, expected: 'a team', repair: 'name the team', url: 'rules.cjs',
  }]);
  expect(undecided.map(({ unknown }) => unknown)).toEqual(['namespace web']);
  expect(crashes).toEqual([]);
});

test.each<[string, (...args: any[]) => unknown, string]>([
  ['throws', () => { throw new Error('boom'); }, 'boom'],
  ['throws what is no error', () => ({ [Symbol.iterator]: () => ({ next: () => { const boom: unknown = 'boom'; throw boom; } }) }), 'boom'],
  ['gives nothing', () => undefined, 'judge must return an iterable: write it as a generator, `* judge(object) { ... }`, without async'],
  ['is async', async () => [], 'judge must return an iterable: write it as a generator, `* judge(object) { ... }`, without async'],
  ['yields a rule that it does not have', () => [{ ...problem, rule: { ...rule } }], 'judge yields a problem whose rule is not in the rules of the check: add it there'],
  ['yields what is no object', () => ['no label'], 'judge yields a problem whose rule is not in the rules of the check: add it there'],
  ['yields a path that is a text', () => [{ ...problem, path: 'metadata' }], 'judge yields a problem of ACME001 without a valid path: write `path: field.path`, or [] for the whole object'],
  ['yields a path of objects', () => [{ ...problem, path: [{}] }], 'judge yields a problem of ACME001 without a valid path: write `path: field.path`, or [] for the whole object'],
  ['yields no message', () => [{ rule, path: [] }], 'judge yields a result with an invalid message: expected a non-empty string'],
  ['yields a repair that is no text', () => [{ ...problem, repair: 1 }], 'judge yields a result with an invalid repair: expected a non-empty string'],
  ['yields a fix that is none', () => [{ ...problem, fix: 'team' }], `judge yields a problem of ACME001 with an invalid fix: ${HOW_TO_FIX}`],
  ['yields a severity that is none', () => [{ ...problem, severity: 'fatal' }], 'judge yields a problem of ACME001 with an unknown severity: use one of error, warning, info'],
  ['does not say what is unknown', () => [{ undecided: rule }], 'judge yields a result with an invalid unknown: expected a non-empty string'],
])('a check that %s fails itself, and the finding says whose check it is', (_, judging, reason) => {
  const { findings, crashes } = verdictOf(judging);
  expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([`IST0001 the check crashed, and this object may have more problems: rules.cjs: ${reason}`]);
  expect(findings.map(({ repair }) => repair)).toEqual(['fix the check; CDK8S_MESH_DEBUG=1 prints where it failed']);
  expect(crashes).toHaveLength(1);
});

test('what a check yields to mend a problem is kept', () => {
  const fix = [{ kind: 'set', path: ['metadata', 'name'], to: 'payments' }];
  const { findings, repairs } = verdictOf(() => [{ ...problem, fix }]);

  expect(findings.map(({ fixable }) => fixable)).toEqual([true]);
  expect(repairs.map(repair => [repair.code, repair.fix])).toEqual([['ACME001', fix]]);
});

describe('a check cannot change', () => {
  test.each<[string, (object: any, context: any) => void]>([
    ['the object that it judges', ({ root }) => { root.value.kind = 'Deployment'; }],
    ['what is deep in it', ({ spec }) => { spec.value.ports[0].port = 81; }],
    ['another object of the set', (_, { set }) => { set.of('Namespace')[0].root.value.metadata.labels = {}; }],
    ['what an object is called', (_, { set }) => { set.of('Namespace')[0].reference.name = 'web'; }],
    ['which objects there are', (_, { set }) => { set.of('Namespace').length = 0; }],
    ['how they are judged', (_, { set }) => { set.settings.complete = true; }],
  ])('%s', (_, change) => {
    const checks = ownChecks({ rules: [rule], kinds: ['Service'], judge: (...args: [any, any]) => [change(...args)] }, 'rules.cjs', []);
    const { findings } = judge(`${service}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n`, { checks });
    expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(/rules\.cjs: Cannot (?:assign to read only|add) property/)]);
  });

  test('anything, and may read everything', () => {
    const checks = ownChecks({ rules: [rule], judge: ({ labels, annotations }: any) => [{ ...problem, message: JSON.stringify([labels, annotations]) }] }, 'rules.cjs', []);
    const { findings } = judge(service, { checks });
    expect(findings.map(({ message }) => message)).toEqual(['[{},{}]']);
  });
});
