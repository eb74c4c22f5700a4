import type { Finding } from '../../../lib/inspect/checks/finding';
import { sarifReport } from '../../../lib/inspect/report/sarif-report';
import { bareFinding, fullFinding, sampleReport } from '../../support/sample-report';

test('a log has one run, with the tool, its rules, and a result for each finding', () => {
  expect(JSON.parse(sarifReport(sampleReport(fullFinding)))).toEqual({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'cdk8s-mesh',
          version: '0.1.0',
          rules: [
            { id: 'YAML001', name: 'syntax', shortDescription: { text: 'No YAML.' }, defaultConfiguration: { level: 'error' } },
            { id: 'CRD001', name: 'unknown-field', shortDescription: { text: 'No such field.' }, defaultConfiguration: { level: 'error' } },
          ],
        },
      },
      columnKind: 'utf16CodeUnits',
      results: [{
        ruleId: 'CRD001',
        ruleIndex: 1,
        level: 'error',
        message: { text: '"timeut" is no field of http[]\nexpected: match, route, timeout\ndid you mean "timeout"?' },
        locations: [{
          physicalLocation: { artifactLocation: { uri: 'dist/shop.yaml' }, region: { startLine: 14, startColumn: 5 } },
          logicalLocations: [{ fullyQualifiedName: 'VirtualService shop/orders spec.http[0].timeut', kind: 'resource' }],
        }],
      }],
    }],
  });
});

const results = (...findings: readonly Finding[]): any[] => JSON.parse(sarifReport(sampleReport(...findings))).runs[0].results;

test('what a finding does not have is absent', () => {
  expect(results(bareFinding)).toEqual([{
    ruleId: 'YAML001', ruleIndex: 0, level: 'warning', message: { text: 'bad' },
    locations: [{ physicalLocation: { artifactLocation: { uri: '%3Cstdin%3E' } } }],
  }]);
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
