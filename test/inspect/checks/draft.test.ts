import { Check, defineCheck, Problem } from '../../../lib/inspect/checks/check';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { judge } from '../../support/judge';

const host: Rule = { code: 'IST0101', slug: 'host', severity: 'warning', summary: 'A host.', aliases: ['OLD001'] };
const twin: Rule = { code: 'MESH013', slug: 'twin', severity: 'error', summary: 'A twin.', aliases: [], twins: ['IST0101'] };

/** Finds a rule wherever its key stands. */
function finding(rule: Rule): Check {
  return defineCheck({
    rules: [rule],
    * judge({ root }): Iterable<Problem> {
      for (const { path } of root.at(rule.slug).items()) {
        yield { rule, path: ['place', path[1]], message: `a ${rule.slug}` };
      }
    },
  });
}

const checks = [finding(twin), finding(host)];

function seen(yaml: string, only: readonly string[] = [], skip: readonly string[] = []): unknown[] {
  return judge(yaml, { checks, filter: { only, skip } }).findings.map(({ code, severity, aliases, path }) => [code, severity, aliases, path]);
}

test('what a twin says of the same place joins the other finding, which takes its code and the higher severity', () => {
  expect(seen('{kind: A, host: [1], twin: [1]}')).toEqual([['IST0101', 'error', ['OLD001', 'MESH013'], 'place[0]']]);
});

test('a twin stands alone at another place, and in another object', () => {
  expect(seen('{kind: A, host: [1], twin: [1, 2]}\n---\n{kind: B, twin: [1]}')).toEqual([
    ['IST0101', 'error', ['OLD001', 'MESH013'], 'place[0]'],
    ['MESH013', 'error', [], 'place[1]'],
    ['MESH013', 'error', [], 'place[0]'],
  ]);
});

test.each([
  ['MESH013', [], [['MESH013', 'error', [], 'place[0]']]],
  ['IST0101', [], [['IST0101', 'error', ['OLD001', 'MESH013'], 'place[0]']]],
  ['IST', [], [['IST0101', 'error', ['OLD001', 'MESH013'], 'place[0]']]],
  ['IST0101', ['MESH013'], [['IST0101', 'warning', ['OLD001'], 'place[0]']]],
])('where only %s is asked for, and %j is skipped, one finding comes', (only, skip, expected) => {
  expect(seen('{kind: A, host: [1], twin: [1]}', [only], skip)).toEqual(expected);
});

test('a finding without a repair takes that of its twin', () => {
  const mending = defineCheck({ rules: [twin], judge: () => [{ rule: twin, path: ['place', 0], message: 'a twin', repair: 'mend it' }] });
  expect(judge('{kind: A, host: [1]}', { checks: [mending, finding(host)] }).findings.map(({ code, repair }) => [code, repair])).toEqual([['IST0101', 'mend it']]);
});

test('a finding stays what it is, and takes those that say less of the same place, whatever their severity', () => {
  const whole: Rule = { ...twin, slug: 'whole', code: 'MESH019', severity: 'info', twins: undefined, covers: ['IST0101', 'MESH013'] };
  const only = (names: readonly string[]): unknown[] => (
    judge('{kind: A, host: [1, 2], whole: [1], twin: [1]}', { checks: [...checks, finding(whole)], filter: { only: names, skip: [] } })
      .findings.map(({ code, severity, aliases, path }) => [code, severity, aliases, path])
  );
  const expected = [['IST0101', 'warning', ['OLD001'], 'place[1]'], ['MESH019', 'error', ['MESH013', 'IST0101'], 'place[0]']];
  expect(only([])).toEqual(expected);
  expect(only(['IST0101'])).toEqual(expected);
  expect(only(['MESH019'])).toEqual([['MESH019', 'info', [], 'place[0]']]);
});
