import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../checks/finding';
import type { Rule, Severity } from '../checks/rule';
import { originOf } from '../mesh/object-reference';
import type { Report } from './report';

/** A report in the Static Analysis Results Interchange Format, version 2.1.0. */
export function sarifReport({ tool, findings, rules }: Report): string {
  const indices = new Map(rules.map(({ code }, index) => [code, index]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: tool.name, version: tool.version, rules: rules.map(ruleOf) } },
      columnKind: 'utf16CodeUnits',
      results: findings.map(finding => resultOf(finding, indices)),
    }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

function ruleOf({ code, slug, severity, summary }: Rule): object {
  return { id: code, name: slug, shortDescription: { text: summary }, defaultConfiguration: { level: LEVELS[severity] } };
}

function resultOf(finding: Finding, indices: ReadonlyMap<string, number>): object {
  const { code, severity, message, expected, repair, file, line, column, object, path: inObject } = finding;
  const text = [message, expected && `expected: ${expected}`, repair].filter(part => part !== undefined).join('\n');
  const origin = [originOf(object), inObject].filter(part => part !== undefined && part !== '').join(' ');
  return {
    ruleId: code,
    ruleIndex: indices.get(code),
    level: LEVELS[severity],
    message: { text },
    locations: [{
      physicalLocation: {
        artifactLocation: { uri: uriOf(file) },
        ...(line === undefined ? {} : { region: { startLine: line, startColumn: column } }),
      },
      ...(origin === '' ? {} : { logicalLocations: [{ fullyQualifiedName: origin, kind: 'resource' }] }),
    }],
  };
}

/** A relative path stays relative: whoever reads the report knows the root of the repository. */
function uriOf(file: string): string {
  return path.isAbsolute(file) ? pathToFileURL(file).href : file.split('/').map(encodeURIComponent).join('/');
}
