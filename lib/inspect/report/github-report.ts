import type { Finding } from '../checks/finding';
import type { Severity } from '../checks/rule';
import { originOf } from '../mesh/object-reference';
import { printable } from './printable';
import type { Report } from './report';

/** Workflow commands, which GitHub Actions turns into annotations of the lines that they name. */
export function githubReport({ findings }: Report): string {
  return findings.map(finding => `${command(finding)}\n`).join('');
}

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>;

function command({ severity, file, line, column, code, message, object, path, expected, repair }: Finding): string {
  const properties = Object.entries({ file, line, col: column, title: code })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]));
  const text = [message, originOf(object), path, expected && `expected: ${expected}`, repair].filter(part => part !== undefined && part !== '').join('\n');
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(text)}`;
}

/** What nobody can see is written as in a report for people: names of objects come as they stand in the input. */
function data(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
