import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../checks/finding';
import type { Rule, Severity } from '../checks/rule';
import { ruleIds, rulePages } from '../checks/rule-pages';
import { originOf } from '../mesh/object-reference';
import type { Report } from './report';

/** A report in the Static Analysis Results Interchange Format, version 2.1.0. */
export function sarifReport({ tool, home, findings, rules }: Report): string {
  const [idOf, pageOf] = [ruleIds(rules), rulePages(rules)];
  const descriptors = rules.map(rule => ({ id: idOf(rule), ...ruleOf(rule, pageOf(rule), home) }));
  const places = new Map(rules.map(({ slug }, index) => [slug, { ruleId: descriptors[index].id, ruleIndex: index }]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: tool.name, version: tool.version, ...(home === undefined ? {} : { informationUri: home }), rules: descriptors } },
      columnKind: 'utf16CodeUnits',
      results: findings.map(finding => ({ ...places.get(finding.rule), ...resultOf(finding) })),
    }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** What a reader needs to know of a rule. Where several rules have one code, the code alone would not tell them apart. */
function ruleOf(rule: Rule, page: string, home: string | undefined): object {
  const uri = addressOf(rule, page, home);
  return {
    name: rule.slug,
    shortDescription: { text: rule.summary },
    ...(uri === undefined ? {} : { helpUri: uri }),
    help: { text: `${rule.summary} See ${page}, or run: cdk8s-mesh codes ${rule.slug}` },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

/** Addresses have to be whole ones: our pages are in the repository too, and the page of another's rule may be a file that nobody else has. */
function addressOf(rule: Rule, page: string, home: string | undefined): string | undefined {
  if (rule.page === undefined) {
    return home === undefined ? undefined : `${home}/blob/HEAD/${page}`;
  }
  return /^https?:\/\//.test(rule.page) ? rule.page : undefined;
}

function resultOf(finding: Finding): object {
  const { severity, message, expected, repair, file, line, column, object, path: inObject } = finding;
  const text = [message, expected && `expected: ${expected}`, repair].filter(part => part !== undefined).join('\n');
  const origin = [originOf(object), inObject].filter(part => part !== undefined && part !== '').join(' ');
  return {
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
