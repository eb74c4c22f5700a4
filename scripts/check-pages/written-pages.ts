import { readFileSync } from 'node:fs';
import { allRules } from '../../lib/inspect/checks/all-rules';
import type { Rule } from '../../lib/inspect/checks/rule';
import { pageOf } from '../../lib/inspect/checks/rule-names';
import { rulePages } from '../../lib/inspect/checks/rule-pages';
import { groupBy } from '../../lib/inspect/group-by';
import { ruleExamples } from '../../test/inspect/checks/all.examples';
import { judge } from '../../test/support/judge';
import { rulePage } from './rule-page';

/**
 * What is written by `npm run check-pages`, by file: the table on the page of each code that stands for several rules, and a page for each of
 * these rules, whose words are those of the finding in its example.
 */
export function writtenPages(): Map<string, string> {
  const pageOfRule = rulePages(allRules);
  const shared = [...groupBy(allRules, ({ code }) => code)].filter(([, rules]) => rules.length > 1);
  return new Map(shared.flatMap(([code, rules]) => [
    [pageOf({ code }), withTable(readFileSync(pageOf({ code }), 'utf8'), rules)] as const,
    ...rules.map(rule => [pageOfRule(rule), exampleOf(rule)] as const),
  ]));
}

/** A page with the table of its rules, below its heading. */
function withTable(page: string, rules: readonly Rule[]): string {
  const rows = rules.map(({ slug, summary }) => `| \`${slug}\` | ${summary} |\n`).join('');
  return page.replace(/(?<=^## Rules\n\n(?:[^|\n].*\n+)*)(?:\|.*\n|RULES\n)+/m, () => `| Rule | What it finds |\n|---|---|\n${rows}`);
}

function exampleOf(rule: Rule): string {
  const { bad, good, complete = false } = ruleExamples[rule.slug];
  const [all, later] = [[], ['CRD']].map(skip => judge(bad, { set: { complete }, filter: { only: [], skip } }).findings);
  const finding = later.find(found => found.rule === rule.slug)!;
  const refusedAs = all.some(found => found.rule === rule.slug) ? undefined : all.find(({ code }) => code.startsWith('CRD'))?.code;
  return rulePage({ rule, bad, good, complete, finding, refusedAs });
}
