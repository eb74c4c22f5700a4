import { jsonReport } from '../../../lib/inspect/report/json-report';
import { bareFinding, fullFinding, sampleReport } from '../../support/sample-report';

test('the report has the names that scripts rely on, in one order', () => {
  expect(jsonReport(sampleReport(fullFinding))).toBe(`{
  "tool": {
    "name": "cdk8s-mesh",
    "version": "0.1.0"
  },
  "istioVersion": "1.30",
  "summary": {
    "files": 1,
    "objects": 2,
    "errors": 1,
    "warnings": 0,
    "infos": 0,
    "suppressed": 0,
    "notJudged": 0
  },
  "findings": [
    {
      "code": "CRD001",
      "rule": "unknown-field",
      "severity": "error",
      "message": "unknown field \\"timeut\\" in http[]",
      "object": {
        "apiVersion": "networking.istio.io/v1",
        "kind": "VirtualService",
        "namespace": "shop",
        "name": "orders"
      },
      "path": "spec.http[0].timeut",
      "aliases": [
        "MESH001"
      ],
      "file": "dist/shop.yaml",
      "line": 14,
      "column": 5,
      "expected": "match, route, timeout",
      "repair": "did you mean \\"timeout\\"?",
      "url": "docs/checks/CRD001.md"
    }
  ]
}
`);
});

test('what a finding does not have is absent', () => {
  expect(JSON.parse(jsonReport(sampleReport(bareFinding))).findings).toEqual([
    { code: 'YAML001', rule: 'syntax', severity: 'warning', message: 'bad', aliases: [], file: '<stdin>', url: 'docs/checks/YAML001.md' },
  ]);
});

test('what could not be judged is listed as a whole, where there is something', () => {
  const listIn = (undecided: readonly string[]): unknown => JSON.parse(jsonReport({ ...sampleReport(), undecided })) as unknown;
  expect(listIn(['Secret shop/a', 'namespace pay'])).toHaveProperty('undecided', ['Secret shop/a', 'namespace pay']);
  expect(listIn([])).not.toHaveProperty('undecided');
});
