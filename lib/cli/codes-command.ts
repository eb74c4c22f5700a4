import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from '../inspect/checks/rule';
import { pageOf } from '../inspect/checks/rule-names';
import { rulePages } from '../inspect/checks/rule-pages';
import { knownName, rulesNamed } from './known-rules';
import { ruleBookOf } from './own-rules';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** What `codes` is told. */
export interface CodesFlags {
  readonly format: 'text' | 'json';
  readonly rules: readonly string[];
}

/** Lists all rules or those of a family, or prints the page of a code or a rule. Returns the exit status. */
export function codes(nameInAnyCase: string | undefined, flags: CodesFlags, terminal: Terminal): number {
  const { format } = flags;
  const all = ruleBookOf(flags.rules).rules;
  const name = nameInAnyCase === undefined ? undefined : knownName(nameInAnyCase, all);
  const rules = name === undefined ? all : rulesNamed(name, all);
  const rulePage = rulePages(all);
  if (format === 'json') {
    terminal.write(`${JSON.stringify({ tool, codes: rules.map(rule => ({ ...rule, url: rulePage(rule) })) }, undefined, 2)}\n`);
  } else if (name === undefined || FAMILY.test(name)) {
    terminal.write(rows(rules).join(''));
  } else {
    const pageOfName = (rule: Rule): string => (CODE.test(name) ? pageOf({ ...rule, code: name }) : rulePage(rule));
    terminal.write([...new Set(rules.map(rule => pageText(rule, rule.page ?? pageOfName(rule), flags.rules)))].join('\n'));
  }
  return 0;
}

const FAMILY = /^[A-Z]+$/;
const CODE = /^[A-Z]+\d+$/;
const PACKAGE = path.join(__dirname, '../..');

/** The page of a rule of others is printed where it is a Markdown file, here or beside its module; else they tell where it is. */
function pageText(rule: Rule, page: string, modules: readonly string[]): string {
  const folders = rule.page === undefined ? [PACKAGE] : ['', ...modules.map(module => path.dirname(module))];
  const file = folders.map(folder => path.resolve(folder, page)).find(place => place.endsWith('.md') && existsSync(place));
  return file === undefined ? `# ${rule.code} ${rule.slug}\n\n${rule.summary}\n\nSee ${page}\n` : readFileSync(file, 'utf8');
}

function rows(rules: readonly Rule[]): string[] {
  const width = Math.max(...rules.map(({ slug }) => slug.length));
  return rules.map(({ code, severity, slug, summary }) => `${code.padEnd(8)} ${severity.padEnd(8)} ${slug.padEnd(width)}  ${summary}\n`);
}
