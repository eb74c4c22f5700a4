import { Findings } from '../../../../lib/inspect/schema/check/findings';

const problem = (message: string) => ({ kind: 'type', message }) as const;

test('a violation stands where the way has led, or below', () => {
  const findings = new Findings();
  findings.path.push('spec', 'list', 0);
  findings.add(problem('here'));
  findings.add(problem('there'), 'name', 1);
  findings.path.pop();
  expect(findings.sorted.map(({ path }) => path)).toEqual([['spec', 'list', 0], ['spec', 'list', 0, 'name', 1]]);
});

test('violations are sorted by place, positions by number, then by kind and words', () => {
  const findings = new Findings();
  findings.addAt(['b'], problem('later key'));
  findings.addAt(['a', 10], problem('later item'));
  findings.addAt(['a', 2], problem('z'));
  findings.addAt(['a', 2], problem('y'));
  findings.addAt(['a', 2], { kind: 'bounds', message: 'z' });
  findings.addAt(['a'], problem('above'));
  expect(findings.sorted.map(({ path, kind, message }) => `${path.join('.')} ${kind} ${message}`)).toEqual([
    'a type above', 'a.2 bounds z', 'a.2 type y', 'a.2 type z', 'a.10 type later item', 'b type later key',
  ]);
});

test('it is known of which kinds there are some', () => {
  const findings = new Findings();
  expect(findings.haveSome(new Set(['type']))).toBe(false);
  findings.add({ kind: 'type', message: 'm' });
  expect([findings.haveSome(new Set(['type', 'name'])), findings.haveSome(new Set(['name']))]).toEqual([true, false]);
});

test('a violation has no empty parts', () => {
  const findings = new Findings();
  findings.add({ kind: 'type', message: 'm', expected: undefined, repair: 'r' });
  expect(findings.sorted).toStrictEqual([{ kind: 'type', path: [], message: 'm', repair: 'r' }]);
});

test('rules wait, with a copy of their place, until something blocks them', () => {
  const findings = new Findings();
  const rules = [{ rule: 'true' }];
  findings.path.push('spec');
  findings.defer(rules, 7, 'value');
  findings.path.push('more');
  findings.add(problem('does not block'));
  expect(findings.pendingRules).toEqual([{ rules, index: 7, value: 'value', path: ['spec'] }]);
  findings.block();
  expect(findings.pendingRules).toEqual([]);
});

test('rules that wait are told on the violation that blocked first, beside its repair', () => {
  const findings = new Findings();
  findings.add(problem('does not block'));
  findings.block();
  findings.add({ ...problem('blocks'), repair: 'mend it' });
  findings.block();
  findings.add(problem('blocks too'));
  findings.tellBlockedRules();
  expect(findings.sorted.map(({ repair }) => repair)).toEqual(['mend it', undefined, undefined]);
  findings.defer([], 0, 'x');
  findings.tellBlockedRules();
  expect(findings.sorted.map(({ repair }) => repair)).toEqual(['mend it; the CEL rules of the CRD are checked once this is fixed', undefined, undefined]);
});

test('an attempt tells what it would have found, and leaves nothing', () => {
  const findings = new Findings();
  findings.add(problem('before'));
  const attempt = findings.attempt(() => {
    findings.add(problem('one'));
    findings.add(problem('two'));
    findings.defer([], 0, 'x');
    findings.block();
  });
  expect(attempt).toEqual({ violations: 2, blocks: true });
  expect(findings.attempt(() => {})).toEqual({ violations: 0, blocks: false });
  findings.defer([], 1, 'y');
  expect(findings.size).toBe(1);
  expect(findings.pendingRules).toHaveLength(1);
});
