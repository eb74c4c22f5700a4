import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '../inspect/checks/all-rules';
import type { Rule } from '../inspect/checks/rule';
import { pageOf } from '../inspect/checks/rule-names';
import { knownName, rulesNamed } from './known-rules';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** What `codes` is told. */
export interface CodesFlags {
  readonly format: 'text' | 'json';
}

/** Lists all rules or those of a family, or prints the page of a rule. Returns the exit status. */
export function codes(nameInAnyCase: string | undefined, { format }: CodesFlags, terminal: Terminal): number {
  const name = nameInAnyCase === undefined ? undefined : knownName(nameInAnyCase);
  const rules = name === undefined ? allRules : rulesNamed(name);
  if (format === 'json') {
    terminal.write(`${JSON.stringify({ tool, codes: rules.map(rule => ({ ...rule, url: pageOf(rule) })) }, undefined, 2)}\n`);
  } else if (name === undefined || FAMILY.test(name)) {
    terminal.write(rules.map(row).join(''));
  } else {
    terminal.write(rules.map(rule => readFileSync(path.join(PACKAGE, pageOf(rule)), 'utf8')).join('\n'));
  }
  return 0;
}

const FAMILY = /^[A-Z]+$/;
const PACKAGE = path.join(__dirname, '../..');

function row({ code, severity, slug, summary }: Rule): string {
  return `${code.padEnd(8)} ${severity.padEnd(8)} ${slug.padEnd(16)} ${summary}\n`;
}
