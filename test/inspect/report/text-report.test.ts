import type { Finding } from '../../../lib/inspect/checks/finding';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { textReport } from '../../../lib/inspect/report/text-report';
import { bareFinding, fullFinding, sampleReport } from '../../support/sample-report';

const plain = (...findings: readonly Finding[]): string => textReport(sampleReport(...findings), { colors: false });

test('a finding is a block: place, severity, code and message, then object and path, what is expected, and the repair', () => {
  expect(plain(fullFinding)).toBe(`dist/shop.yaml:14:5  error  CRD001  unknown field "timeut" in http[]
  VirtualService shop/orders  spec.http[0].timeut
  expected: match, route, timeout
  did you mean "timeout"?

1 error, 0 warnings, 0 infos in 2 objects of 1 file
`);
});

test('the line is shown, with a caret beneath the place', () => {
  const file = new SourceFile('shop.yaml', 'spec:\n  http:\n  - timeut: 5s\n');
  expect(textReport({ ...sampleReport({ ...bareFinding, file: 'shop.yaml', line: 3, column: 5 }), files: [file] }, { colors: false })).toContain(`
  3 |   - timeut: 5s
    |     ^
`);
});

test('the rule is named where the code does not lead to its page, since others share it', () => {
  const rule = (slug: string): Rule => ({ code: 'IST0106', slug, severity: 'error', summary: 'Refused.', aliases: [] });
  const report = { ...sampleReport({ ...bareFinding, code: 'IST0106', rule: 'percent', repair: 'write 0 to 100' }), rules: [rule('duration'), rule('percent')] };
  expect(textReport(report, { colors: false })).toContain(`<stdin>  warning  IST0106  bad
  write 0 to 100
  explained by: cdk8s-mesh codes percent
`);
});

test('what a finding does not have takes no room', () => {
  expect(plain(bareFinding)).toBe(`<stdin>  warning  YAML001  bad

0 errors, 1 warning, 0 infos in 2 objects of 1 file
`);
});

test('the last line counts, in the singular where it is one', () => {
  const report = sampleReport();
  const line = (summary: object): string => textReport({ ...report, summary: { ...report.summary, ...summary } }, { colors: false });
  expect([
    line({}),
    line({ objects: 1, files: 3 }),
    line({ suppressed: 2 }),
    line({ errors: 2, warnings: 2, infos: 1, suppressed: 1 }),
    line({ notJudged: 1 }),
    line({ errors: 3, objects: 12, files: 2, suppressed: 1, notJudged: 5 }),
  ]).toEqual([
    'no findings in 2 objects of 1 file\n',
    'no findings in 1 object of 3 files\n',
    'no findings (2 suppressed) in 2 objects of 1 file\n',
    '2 errors, 2 warnings, 1 info (1 suppressed) in 2 objects of 1 file\n',
    'no findings in 2 objects of 1 file; 1 object of unknown kinds or versions was not validated against a schema\n',
    '3 errors, 0 warnings, 0 infos (1 suppressed) in 12 objects of 2 files; 5 objects of unknown kinds or versions were not validated against a schema\n',
  ]);
});

test.each([['error', 31], ['warning', 33], ['info', 36]] as const)('on a terminal, %s has a color, and the object is dim', (severity, color) => {
  expect(textReport(sampleReport({ ...fullFinding, severity }), { colors: true }).split('\n').slice(0, 2)).toEqual([
    `dist/shop.yaml:14:5  \u001b[${color}m${severity}\u001b[0m  CRD001  unknown field "timeut" in http[]`,
    '  \u001b[2mVirtualService shop/orders  spec.http[0].timeut\u001b[0m',
  ]);
});

test('nothing that the input says breaks a line or steers the terminal', () => {
  const nasty = 'a\nb\u001b[2J\u009b\u202e';
  const { length } = plain({ ...fullFinding, message: nasty, path: nasty, file: nasty, repair: nasty, object: { kind: nasty, name: nasty } })
    .split('\n').filter(line => line.includes('a\\nb\\u001b[2J\\u009b\\u202e'));
  expect(length).toBe(3);
});
