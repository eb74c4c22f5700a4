import { readdirSync, readFileSync } from 'node:fs';
import { allChecks } from '../../lib/inspect/checks/all-checks';
import { allRules } from '../../lib/inspect/checks/all-rules';
import { documentRules } from '../../lib/inspect/checks/document-rules';
import { internalErrorRule } from '../../lib/inspect/checks/internal-error-rule';
import type { Rule } from '../../lib/inspect/checks/rule';
import { familyOf, pageOf } from '../../lib/inspect/checks/rule-names';
import { rulePages } from '../../lib/inspect/checks/rule-pages';
import { suppressionRules } from '../../lib/inspect/checks/suppression-rules';
import { groupBy } from '../../lib/inspect/group-by';
import { consequenceOf, slugsWithConsequence } from '../../scripts/check-pages/consequences';
import { writtenPages } from '../../scripts/check-pages/written-pages';
import { judge, Judged } from '../support/judge';
import { objectSet } from '../support/object-set';

/** The rules of each code: a code of Istio can stand for many. */
const rulesOf = groupBy(allRules, ({ code }) => code);
const codes = [...rulesOf];
const names = codes.map(([code]) => code);

/** Codes that are found under others alone. Readers know them by these names, so they have pages, too. */
const otherNames = [...new Set(allRules.flatMap(({ aliases }) => aliases))].filter(code => !rulesOf.has(code)).sort();

/** The rules that share their codes, each with a page of its own. */
const sharing = codes.flatMap(([, rules]) => (rules.length === 1 ? [] : rules));
const pageOfRule = rulePages(allRules);

/** What pods lack apart from what an example is about: it would take up most of each. */
const HYGIENE = 'MESH043';

/** The codes that are found in each example of a page. */
function codesIn(code: string, example: 'bad' | 'good'): string[][] {
  const examples = [...page(code).matchAll(new RegExp(`\`\`\`yaml ${example}\n(.*?)\`\`\``, 'gs'))].map(([, text]) => text);
  const options = { defaultNamespace: 'default', filter: { only: [], skip: code === HYGIENE ? [] : [HYGIENE] }, ...circumstances[code] };
  return examples.map(text => [...new Set(judge(text, options).findings.map(finding => (finding.aliases.includes(code) ? code : finding.code)))]);
}

/** istiod warns of every EnvoyFilter, whatever else is said of one. */
const unwarned: Judged = { filter: { only: [], skip: ['IST0133', HYGIENE] } };

/** In which circumstances some codes are found alone: where somebody asks for them by name, in a mesh of several clusters, or beside another. */
const circumstances: Readonly<Record<string, Judged | undefined>> = {
  IST0151: unwarned,
  IST0152: unwarned,
  IST0153: unwarned,
  IST0154: unwarned,
  IST0155: unwarned,
  // Its webhook takes no such name either, unless the object is one of its own.
  IST0165: { filter: { only: [], skip: ['IST0106'] } },
  IST0136: { filter: { only: ['IST0136'], skip: [] } },
  MESH099: { set: { complete: true } },
  MESH104: { set: { complete: true } },
  IST0170: { set: { clusters: [{ name: 'west', set: objectSet(`
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec:
  ports: [{name: http, port: 80}]
`) }] } },
};

function page(code: string): string {
  return readFileSync(pageOf({ code }), 'utf8');
}

/** A check that fails itself has no example in YAML. */
const withExamples = [...names, ...otherNames].filter(code => code !== internalErrorRule.code);

describe('the rules', () => {
  test('have slugs of their own', () => {
    expect(new Set(allRules.map(({ slug }) => slug)).size).toBe(allRules.length);
  });

  test('are listed, whichever check finds them, and no others', () => {
    const ofChecks = allChecks.flatMap(({ rules }) => rules);
    const found: readonly Rule[] = [...Object.values(documentRules), ...ofChecks, internalErrorRule, ...Object.values(suppressionRules)];
    expect(new Set(allRules)).toEqual(new Set(found));
  });

  test('stand by family and number, and cannot be changed', () => {
    const families = [...new Set(names.map(familyOf))];
    expect(families).toEqual(['YAML', 'CRD', 'IST', 'MESH']);
    expect(names).toEqual(families.flatMap(family => names.filter(code => familyOf(code) === family).sort()));
    expect([Object.isFrozen(allRules), Object.isFrozen(allChecks)]).toEqual([true, true]);
  });

  test.each(allRules.map(rule => [`${rule.code} ${rule.slug}`, rule] as const))('%s says in one sentence what it finds', (_, { summary }) => {
    expect(summary).toMatch(/^[A-Z][^.]*(\.\w[^.]*)*\.$/);
  });

  test('have a page for each code, and for each rule that shares its code, and there is no other page', () => {
    const pages = readdirSync('docs/checks', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.md')).map(file => `docs/checks/${file}`);
    expect(pages.sort()).toEqual([...[...names, ...otherNames].map(code => pageOf({ code })), ...sharing.map(pageOfRule)].sort());
  });
});

test.each([...writtenPages()])('%s says what its rules and their examples say (npm run check-pages)', (file, text) => {
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test.each(sharing.map(rule => [rule.slug, rule] as const))('of %s it is said what follows', (_, rule) => {
  expect([true, false].map(isMeshConfig => consequenceOf(rule, isMeshConfig))).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
});

test('it is said what follows of rules that there are', () => {
  expect(slugsWithConsequence.filter(slug => !sharing.some(rule => rule.slug === slug))).toEqual([]);
});

describe.each(otherNames)('the page of %s, which is found under another code', code => {
  test('has its title and headings', () => {
    expect(page(code).match(/^#.*$/gm)).toEqual([expect.stringMatching(new RegExp(`^# ${code} [a-zA-Z -]+$`)), '## What is wrong', '## Example', '## Repair']);
  });

  test('names the codes under which it is found', () => {
    allRules.filter(({ aliases }) => aliases.includes(code)).forEach(rule => expect(page(code)).toMatch(`](${pageOfRule(rule).replace('docs/checks/', '')})`));
  });
});

describe.each(codes)('the page of %s', (code, rules) => {
  test('has its title and headings', () => {
    const title = rules.length === 1 ? `# ${code} ${rules[0].slug}` : expect.stringMatching(new RegExp(`^# ${code} [a-z -]+$`)) as string;
    const headings = ['## What is wrong', '## Example', '## Repair', ...(rules.length === 1 ? [] : ['## Rules'])];
    expect(page(code).match(/^#.*$/gm)).toEqual([title, ...headings]);
  });

  test('lists the rules of the code, if there are several', () => {
    const listed = rules.length === 1 ? [] : [...page(code).matchAll(/^\| `(.+)` \| (.+) \|$/gm)].map(([, slug, summary]) => `${slug}: ${summary}`);
    expect(listed).toEqual(rules.length === 1 ? [] : rules.map(({ slug, summary }) => `${slug}: ${summary}`));
  });
});

describe.each(withExamples)('the examples of %s', code => {
  test('fire where they are bad, and nothing else does', () => {
    const found = codesIn(code, 'bad');
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(found.map(() => [code]));
  });

  test('are silent where they are good', () => {
    const found = codesIn(code, 'good');
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(found.map(() => []));
  });
});
