import type { Finding } from '../../lib/inspect/checks/finding';
import type { Report } from '../../lib/inspect/report/report';

/** A finding with all that a finding can have. */
export const fullFinding: Finding = {
  code: 'CRD001',
  rule: 'unknown-field',
  severity: 'error',
  message: 'unknown field "timeut" in http[]',
  object: { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', namespace: 'shop', name: 'orders' },
  path: 'spec.http[0].timeut',
  aliases: ['MESH001'],
  file: 'dist/shop.yaml',
  line: 14,
  column: 5,
  expected: 'match, route, timeout',
  repair: 'did you mean "timeout"?',
  url: 'docs/checks/CRD001.md',
};

/** A finding with no more than every finding has. */
export const bareFinding: Finding = {
  code: 'YAML001', rule: 'syntax', severity: 'warning', message: 'bad', aliases: [], file: '<stdin>', url: 'docs/checks/YAML001.md',
};

/** A report of these findings. */
export function sampleReport(...findings: readonly Finding[]): Report {
  const count = (severity: string): number => findings.filter(finding => finding.severity === severity).length;
  return {
    tool: { name: 'cdk8s-mesh', version: '0.1.0' },
    home: 'https://example.com/mesh',
    istioVersion: '1.30',
    summary: { files: 1, objects: 2, errors: count('error'), warnings: count('warning'), infos: count('info'), suppressed: 0, notJudged: 0 },
    findings,
    files: [],
    rules: [
      { code: 'YAML001', slug: 'syntax', severity: 'error', summary: 'No YAML.', aliases: [] },
      { code: 'CRD001', slug: 'unknown-field', severity: 'error', summary: 'No such field.', aliases: ['MESH001'] },
    ],
  };
}
