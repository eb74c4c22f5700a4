// Writes what `cdk8s-mesh check --format json` has found as GitLab's report of code quality: node ci/code-quality.mjs mesh.json > report.json
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const SEVERITIES = { error: 'critical', warning: 'major', info: 'info' };

const { findings } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const seen = new Map();

const report = findings.map(({ code, rule, severity, message, object, path = '', file, line = 1, repair }) => {
  // Not by the line, or all that stands below a new one would count as new.
  const place = [code, rule, file, object?.kind, object?.namespace, object?.name, path, message].join('\n');
  const count = seen.get(place) ?? 0;
  seen.set(place, count + 1);
  return {
    check_name: `${code} ${rule}`,
    description: repair === undefined ? message : `${message}: ${repair}`,
    fingerprint: createHash('sha256').update(`${place}\n${count}`).digest('hex'),
    severity: SEVERITIES[severity],
    location: { path: file, lines: { begin: line } },
  };
});

console.log(JSON.stringify(report, undefined, 2));
