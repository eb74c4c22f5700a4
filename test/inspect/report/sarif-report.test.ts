import { allRules } from '../../../lib/inspect/checks/all-rules';
import type { Finding } from '../../../lib/inspect/checks/finding';
import { groupBy } from '../../../lib/inspect/group-by';
import type { Report } from '../../../lib/inspect/report/report';
import { sarifReport } from '../../../lib/inspect/report/sarif-report';
import { bareFinding, fullFinding, sampleReport } from '../../support/sample-report';

const about = (summary: string, code: string, slug: string): object => ({
  shortDescription: { text: summary },
  helpUri: `https://example.com/mesh/blob/HEAD/docs/checks/${code}.md`,
  help: { text: `${summary} See docs/checks/${code}.md, or run: cdk8s-mesh codes ${slug}` },
  defaultConfiguration: { level: 'error' },
});

function runOf(report: Report): any {
  const [{ tool, results: told }] = JSON.parse(sarifReport(report)).runs;
  return { driver: tool.driver, results: told };
}

test('a log has one run, with the tool, its rules, and a result for each finding', () => {
  expect(JSON.parse(sarifReport(sampleReport(fullFinding)))).toEqual({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'cdk8s-mesh',
          version: '0.1.0',
          informationUri: 'https://example.com/mesh',
          rules: [
            { id: 'YAML001', name: 'syntax', ...about('No YAML.', 'YAML001', 'syntax') },
            { id: 'CRD001', name: 'unknown-field', ...about('No such field.', 'CRD001', 'unknown-field') },
          ],
        },
      },
      columnKind: 'utf16CodeUnits',
      results: [{
        ruleId: 'CRD001',
        ruleIndex: 1,
        level: 'error',
        message: { text: 'unknown field "timeut" in http[]\nexpected: match, route, timeout\ndid you mean "timeout"?' },
        locations: [{
          physicalLocation: { artifactLocation: { uri: 'dist/shop.yaml' }, region: { startLine: 14, startColumn: 5 } },
          logicalLocations: [{ fullyQualifiedName: 'VirtualService shop/orders spec.http[0].timeut', kind: 'resource' }],
        }],
      }],
    }],
  });
});

const results = (...findings: readonly Finding[]): any[] => runOf(sampleReport(...findings)).results;

test('what a finding does not have is absent', () => {
  expect(results(bareFinding)).toEqual([{
    ruleId: 'YAML001', ruleIndex: 0, level: 'warning', message: { text: 'bad' },
    locations: [{ physicalLocation: { artifactLocation: { uri: '%3Cstdin%3E' } } }],
  }]);
});

describe('the rule of a result is the one that was broken', () => {
  const shared = [...groupBy(allRules, ({ code }) => code).values()].filter(rules => rules.length > 1).flat();
  const { driver, results: told } = runOf({
    ...sampleReport(...allRules.map(({ code, slug }) => ({ ...bareFinding, code, rule: slug }))), rules: allRules,
  });

  test('explained on a page of its own, which the code alone would not lead to', () => {
    const { id, helpUri } = driver.rules.find(({ name }: any) => name === 'percent');
    expect([id, helpUri]).toEqual(['IST0106/percent', 'https://example.com/mesh/blob/HEAD/docs/checks/IST0106/percent.md']);
  });

  test('also where several rules have one code', () => {
    expect(shared.length).toBeGreaterThan(200);
    expect(told.map(({ ruleIndex }: any) => driver.rules[ruleIndex].name)).toEqual(allRules.map(({ slug }) => slug));
  });

  test('no two rules have one id, and results name the same one', () => {
    expect(new Set(driver.rules.map(({ id }: any) => id)).size).toBe(allRules.length);
    expect(told.map(({ ruleId }: any) => ruleId)).toEqual(driver.rules.map(({ id }: any) => id));
  });

  test.each([
    ['of a code with several rules has both names', 'percent', 'IST0106/percent'],
    ['of a code with one rule is the code', 'weight-sum', 'MESH046'],
  ])('an id %s', (_, slug, id) => {
    expect(driver.rules.find(({ name }: any) => name === slug).id).toBe(id);
  });
});

test.each([
  ['a page in the net', 'https://acme.example/ACME001', 'https://acme.example/ACME001'],
  ['a file is no address', 'rules/ACME001.md', undefined],
])('the page of another\'s rule: %s', (_, page, helpUri) => {
  const { driver } = runOf({ ...sampleReport(), rules: [{ code: 'ACME001', slug: 'acme', severity: 'error', summary: 'No.', aliases: [], page }] });
  expect(driver.rules[0].helpUri).toBe(helpUri);
  expect(driver.rules[0].help.text).toContain(page);
});

test('without a home there are no addresses', () => {
  const { driver } = runOf({ ...sampleReport(), home: undefined });
  expect([driver.informationUri, driver.rules[0].helpUri]).toEqual([undefined, undefined]);
});

test('an info is a note', () => {
  expect(results({ ...bareFinding, severity: 'info' })).toMatchObject([{ level: 'note' }]);
});

test.each([
  ['a name with a space and a percent sign', 'my shop/50%.yaml', 'my%20shop/50%25.yaml'],
  ['a colon, which would begin with a scheme', 'a:b.yaml', 'a%3Ab.yaml'],
  ['a path from the root', '/srv/my shop.yaml', 'file:///srv/my%20shop.yaml'],
])('a file is an URI: %s', (_, file, uri) => {
  expect(results({ ...bareFinding, file })[0].locations[0].physicalLocation.artifactLocation).toEqual({ uri });
});

test('without findings there are no results, and the run is there', () => {
  expect(results()).toEqual([]);
});
