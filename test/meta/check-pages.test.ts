import { readdirSync, readFileSync } from 'node:fs';
import { allChecks } from '../../lib/inspect/checks/all-checks';
import { allRules } from '../../lib/inspect/checks/all-rules';
import { documentRules } from '../../lib/inspect/checks/document-rules';
import { internalErrorRule } from '../../lib/inspect/checks/internal-error-rule';
import type { Rule } from '../../lib/inspect/checks/rule';
import { familyOf, pageOf } from '../../lib/inspect/checks/rule-names';
import { runChecks } from '../../lib/inspect/checks/run-checks';
import { DEFAULT_ISTIO_RELEASE } from '../../lib/inspect/istio-release';
import { readInput } from '../../lib/inspect/model/input';
import { SourceFile } from '../../lib/inspect/model/source-file';
import { SchemaStore } from '../../lib/inspect/schema/schema-store';

const schemas = SchemaStore.at('imports/schemas');

/** The codes that are found in an example of a page. */
function codesIn(rule: Rule, example: 'bad' | 'good'): string[] {
  const [, text] = new RegExp(`\`\`\`yaml ${example}\n(.*?)\`\`\``, 's').exec(page(rule)) ?? [];
  const input = readInput([new SourceFile(example, text)]);
  const options = { schemas, istioRelease: DEFAULT_ISTIO_RELEASE, filter: { only: [], skip: [] }, suppressions: [], defaultNamespace: 'default' };
  return [...new Set(runChecks(input, allChecks, options).findings.map(({ code }) => code))];
}

function page(rule: Rule): string {
  return readFileSync(pageOf(rule), 'utf8');
}

/** A check that fails itself has no example in YAML. */
const withExamples = allRules.filter(rule => rule !== internalErrorRule);

describe('the rules', () => {
  test('have codes and slugs of their own', () => {
    expect(new Set(allRules.flatMap(({ code, slug }) => [code, slug])).size).toBe(2 * allRules.length);
  });

  test('are listed, whichever check finds them, and no others', () => {
    const found = [...Object.values(documentRules), ...allChecks.flatMap(({ rules }) => rules), internalErrorRule];
    expect(new Set(allRules)).toEqual(new Set(found));
  });

  test('stand by family and number, and cannot be changed', () => {
    const codes = allRules.map(({ code }) => code);
    const families = [...new Set(codes.map(familyOf))];
    expect(codes).toEqual(families.flatMap(family => codes.filter(code => familyOf(code) === family).sort()));
    expect([Object.isFrozen(allRules), Object.isFrozen(allChecks)]).toEqual([true, true]);
  });

  test.each(allRules.map(rule => [rule.code, rule] as const))('%s says in one sentence what it finds', (_, { summary }) => {
    expect(summary).toMatch(/^[A-Z][^.]*\.$/);
  });

  test('have a page each, and there is no other page', () => {
    expect(readdirSync('docs/checks').sort()).toEqual(allRules.map(({ code }) => `${code}.md`).sort());
  });
});

describe.each(allRules.map(rule => [rule.code, rule] as const))('the page of %s', (_, rule) => {
  test('has its title and headings', () => {
    expect(page(rule).match(/^#.*$/gm)).toEqual([`# ${rule.code} ${rule.slug}`, '## What is wrong', '## Example', '## Repair']);
  });
});

describe.each(withExamples.map(rule => [rule.code, rule] as const))('the example of %s', (_, rule) => {
  test('fires where it is bad, and nothing else does', () => {
    expect(codesIn(rule, 'bad')).toEqual([rule.code]);
  });

  test('is silent where it is good', () => {
    expect(codesIn(rule, 'good')).toEqual([]);
  });
});
