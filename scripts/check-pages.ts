import { readFileSync, writeFileSync } from 'node:fs';
import { allRules } from '../lib/inspect/checks/all-rules';
import { pageOf } from '../lib/inspect/checks/rule-names';
import { groupBy } from '../lib/inspect/group-by';

/** Writes the table of rules on the page of each code that stands for several. */
for (const [code, rules] of groupBy(allRules, rule => rule.code)) {
  if (rules.length > 1) {
    const page = readFileSync(pageOf({ code }), 'utf8');
    const rows = rules.map(({ slug, summary }) => `| \`${slug}\` | ${summary} |\n`).join('');
    writeFileSync(pageOf({ code }), page.replace(/(?<=^## Rules\n\n)(?:\|.*\n|RULES\n)+/m, () => `| Rule | What it finds |\n|---|---|\n${rows}`));
  }
}
