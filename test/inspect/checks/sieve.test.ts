import { defineCheck, Problem } from '../../../lib/inspect/checks/check';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { Suppression } from '../../../lib/inspect/checks/suppression';
import { Judged, judge } from '../../support/judge';

const color: Rule = { code: 'TEST001', slug: 'color', severity: 'warning', summary: 'No colors.', aliases: ['OTHER001'] };
const size: Rule = { code: 'TEST002', slug: 'size', severity: 'error', summary: 'No sizes.', aliases: [] };

/** Finds keys that are called as the rules. */
const keys = defineCheck({
  rules: [color, size],
  * judge({ root }): Iterable<Problem> {
    for (const rule of [color, size].filter(({ slug }) => root.at(slug).isSet)) {
      yield { rule, path: [rule.slug], message: `there is a ${rule.slug}` };
    }
  },
});

/** What is seen of a car that has both defects, and how much is not. */
function seen(annotations: string, options: Judged = {}): [string[], number] {
  const yaml = `kind: Car\nmetadata:\n  annotations:\n${annotations.replace(/^/gm, '    ')}\ncolor: red\nsize: 7\n`;
  const { findings, suppressed } = judge(yaml, { checks: [keys], ...options });
  return [findings.map(({ code, message }) => `${code}: ${message}`), suppressed];
}

const [hasColor, hasSize] = ['TEST001: there is a color', 'TEST002: there is a size'];

test.each([
  ['one code', 'TEST001', [hasSize], 1],
  ['several codes', 'TEST001,TEST002', [], 2],
  ['everything', '"*"', [], 2],
  ['a code that says the same', 'OTHER001', [hasSize], 1],
  ['a code with a blank, which istioctl does not trim', '"TEST002, TEST001"', [hasColor], 1],
  ['another code', 'TEST003', [hasColor, hasSize], 0],
])('istioctl\'s annotation suppresses %s', (_, value, findings, suppressed) => {
  expect(seen(`galley.istio.io/analyze-suppress: ${value}`)).toEqual([findings, suppressed]);
});

test('our annotation suppresses what it gives a reason for, line by line', () => {
  expect(seen('cdk8s-mesh/suppress: |\n  TEST001: red is what was: ordered\n\n  size: it fits')).toEqual([[], 2]);
  expect(seen('cdk8s-mesh/suppress: |\n  test001: red\n  Size: it fits')).toEqual([[], 2]);
});

test('without a reason it suppresses nothing, and says so', () => {
  expect(seen('cdk8s-mesh/suppress: "TEST001:"')).toEqual([
    ['MESH052: "TEST001" is not suppressed, since no reason is given', hasColor, hasSize], 0,
  ]);
});

test('a line that suppresses nothing says so', () => {
  const { findings } = judge('{kind: Car, metadata: {annotations: {cdk8s-mesh/suppress: "TEST001: it is red"}}}', { checks: [keys] });
  expect(findings).toMatchObject([{
    code: 'MESH051',
    severity: 'info',
    message: 'TEST001 is suppressed, but is not found here',
    path: 'metadata.annotations["cdk8s-mesh/suppress"]',
    repair: 'remove the line',
  }]);
});

test.each([
  ['TEST0012', 'write TEST001 if that is what you meant, or remove the line'],
  ['colour', 'write color if that is what you meant, or remove the line'],
  ['OTHER001/sise', 'write size if that is what you meant, or remove the line'],
  ['MESH05', 'write MESH051 if that is what you meant, or remove the line'],
  ['nonsense', 'remove the line; cdk8s-mesh codes lists all codes'],
])('a line that names no code says so: %s', (name, repair) => {
  const { findings } = judge(`{kind: Car, metadata: {annotations: {cdk8s-mesh/suppress: "${name}: why"}}}`, { checks: [keys] });
  expect(findings.map(finding => [finding.code, finding.message, finding.repair])).toEqual([
    ['MESH051', `unknown code or rule ${name}`, repair],
  ]);
});

test.each(['test001', 'Color', 'OTHER', 'YAML002', 'MESH029', 'MESH052'])('%s is a name of what may be suppressed', name => {
  const { findings } = judge(`{kind: Car, metadata: {annotations: {cdk8s-mesh/suppress: "${name}: why"}}}`, { checks: [keys] });
  expect(findings.map(({ message }) => message)).toEqual([`${name} is suppressed, but is not found here`]);
});

test.each([
  ['a literal block', '|\n  TEST002: it fits\n\n    size\n  NOTHING: at all', ['7:7', '9:9', '10:7']],
  ['a text in quotes', '"TEST002: it fits\\nsize\\nNOTHING: at all"', ['6:5', '6:5', '6:5']],
])('each line of %s is found where it stands', (_, text, places) => {
  const annotation = `cdk8s-mesh/suppress: ${text}`.replace(/^(?=.)/gm, '    ');
  const { findings } = judge(`kind: Car\nmetadata:\n  name: a\n  # of a car\n  annotations:\n${annotation}\n`, { checks: [keys] });
  expect(findings.map(({ line, column }) => `${line}:${column}`)).toEqual(places);
});

test('nobody says that a line suppresses nothing when nobody looked for what it suppresses', () => {
  const yaml = '{kind: Car, size: 7, metadata: {annotations: {cdk8s-mesh/suppress: "TEST001: it is red"}}}';
  expect(judge(yaml, { checks: [keys], filter: { only: ['TEST002', 'MESH051'], skip: [] } }).findings).toMatchObject([{ code: 'TEST002' }]);
});

test('a finding that the command line suppresses too counts once, and both have hidden something', () => {
  const suppressions = [new Suppression('TEST001', 'Car *')];
  const yaml = '{kind: Car, color: red, metadata: {annotations: {cdk8s-mesh/suppress: "TEST001: it is red"}}}';
  expect(judge(yaml, { checks: [keys], suppressions })).toMatchObject({ findings: [], suppressed: 1, idleSuppressions: [] });
});
