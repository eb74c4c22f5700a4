import { compareByPlace, Finding } from '../checks/finding';
import type { Severity } from '../checks/rule';
import { sharedCodes } from '../checks/rule-pages';
import { count } from '../count';
import { originOf } from '../mesh/object-reference';
import type { SourceFile } from '../model/source-file';
import { excerpt } from './excerpt';
import { printable } from './printable';
import type { Report, ReportStyle, Summary } from './report';

/** A report for people: one block for each finding, and a last line that counts. */
export function textReport({ findings, summary, files, mended, rules }: Report, { colors }: ReportStyle): string {
  const paint: Paint = colors ? (style, text) => `\u001b[${STYLES[style]}m${text}\u001b[0m` : (_, text) => text;
  const named = new Map(files.map(file => [file.name, file]));
  const shared = sharedCodes(rules);
  const blocks = [...findings].sort(compareByPlace).map(finding => (
    block(finding, { lines: linesOf(finding, named.get(finding.file)), isShared: shared.has(finding.code) }, paint)
  ));
  return [...mendedLines(mended), ...blocks, countingLine(summary)].map(line => `${line}\n`).join('');
}

function mendedLines(mended: Report['mended'] = new Map()): string[] {
  const lines = [...mended].map(([file, number]) => `fixed     ${printable(file)}  ${count(number, 'finding')}`);
  return lines.length === 0 ? [] : [...lines, ''];
}

type Paint = (style: keyof typeof STYLES, text: string) => string;

const STYLES = { error: '31', warning: '33', info: '36', dim: '2' } as const satisfies Record<Severity | 'dim', string>;

function linesOf({ line, column }: Finding, file: SourceFile | undefined): string[] {
  return file === undefined || line === undefined || column === undefined ? [] : excerpt(file.lineText(line), { line, column });
}

/** What is shown beside a finding. */
interface Beside {
  readonly lines: readonly string[];
  /** Whether its code stands for several rules, so that it does not lead to the page of this one. */
  readonly isShared: boolean;
}

function block(finding: Finding, { lines, isShared }: Beside, paint: Paint): string {
  const { file, line, column, severity, code, rule, message, object, construct, path, expected, repair } = finding;
  const place = [file, line, column].filter(part => part !== undefined).join(':');
  const about = [originOf(object), path].filter(part => part !== undefined && part !== '').join('  ');
  const dim = (text: string): string => `  ${paint('dim', text)}\n`;
  return [
    `${printable(place)}  ${paint(severity, severity)}  ${code}  ${printable(message)}\n`,
    about === '' ? '' : dim(printable(about)),
    construct === undefined ? '' : dim(`rendered by ${printable(construct)}`),
    ...lines.map(dim),
    expected === undefined ? '' : `  expected: ${printable(expected)}\n`,
    repair === undefined ? '' : `  ${printable(repair)}\n`,
    isShared ? dim(`explained by: cdk8s-mesh codes ${rule}`) : '',
  ].join('');
}

function countingLine({ files, objects, errors, warnings, infos, suppressed, notJudged, fixed }: Summary): string {
  const found = errors + warnings + infos === 0
    ? 'no findings'
    : [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')].join(', ');
  const hidden = suppressed === 0 ? '' : ` (${suppressed} suppressed)`;
  const unknown = `; ${count(notJudged, 'object')} of unknown kinds or versions ${notJudged === 1 ? 'was' : 'were'} not validated against a schema`;
  const mended = fixed === undefined ? '' : `${count(fixed, 'finding')} fixed; `;
  return `${mended}${found}${hidden} in ${count(objects, 'object')} of ${count(files, 'file')}${notJudged === 0 ? '' : unknown}`;
}
