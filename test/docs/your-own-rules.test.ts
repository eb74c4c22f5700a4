import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { allChecks } from '../../lib/inspect/checks/all-checks';
import { ownChecks } from '../../lib/inspect/checks/own-rules';
import { ruleBook } from '../../lib/inspect/checks/rule-book';
import { readInput } from '../../lib/inspect/model/input';
import { SourceFile } from '../../lib/inspect/model/source-file';
import { summaryOf } from '../../lib/inspect/report/summary';
import { textReport } from '../../lib/inspect/report/text-report';
import { temporaryFolder } from '../support/folder';
import { found, judge } from '../support/judge';
import { blocksOf } from '../support/markdown';
import { runTypeScript } from '../support/run-typescript';

const folder = temporaryFolder();
const blocks = blocksOf('docs/your-own-rules.md');
const [template, grouping] = blocks.filter(({ language }) => language === 'ts');
const [bad] = blocks.filter(({ language }) => language === 'yaml');
const [shown] = blocks.filter(({ language }) => language === 'text');

function checksOf(program: string): ReturnType<typeof ownChecks> {
  return ownChecks(runTypeScript(program, folder.path), 'mesh-rules.ts', ruleBook([]).rules);
}

test('the template finds what the page shows, beside all of our checks', () => {
  const file = new SourceFile('shop.yaml', bad.text);
  const verdict = judge(bad.text, { checks: [...allChecks, ...checksOf(template.text)] });
  const summary = summaryOf(readInput([file]), verdict);
  const report = { tool: { name: '', version: '' }, istioVersion: '', summary, findings: verdict.findings, files: [file], rules: [] };
  expect(textReport(report, { colors: false })).toBe(shown.text);
});

test('the template says nothing of what it cannot know', () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: orders}\nspec: {ports: [{port: 80, name: http}]}\n';
  expect(judge(service, { checks: checksOf(template.text) }).undecided.map(({ unknown }) => unknown)).toEqual(['namespace shop']);
  expect(found(service, { checks: checksOf(template.text), set: { complete: true } })).toEqual([
    'ACME002 no-team | Service shop/orders | metadata.namespace | namespace shop has no label "team"',
  ]);
});

test('objects are compared once for a set', () => {
  const gateway = (name: string): string => `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: ${name}}\n---\n`;
  expect(found(gateway('one'), { checks: checksOf(grouping.text) })).toEqual([]);
  expect(found(gateway('one') + gateway('other'), { checks: checksOf(grouping.text) })).toEqual([
    'ACME003 two-gateways | Gateway shop/one |  | namespace shop has 2 Gateways',
    'ACME003 two-gateways | Gateway shop/other |  | namespace shop has 2 Gateways',
  ]);
});

test('the plain module is one', () => {
  const script = blocks.find(({ text }) => text.startsWith('cat > '))!.text;
  expect(spawnSync('sh', ['-c', script], { cwd: folder.path }).status).toBe(0);
  const file = path.join(folder.path, 'mesh-rules.cjs');
  const [check] = ownChecks(createRequire(file)(file), 'mesh-rules.cjs', ruleBook([]).rules);
  expect(check.rules.map(({ code }) => code)).toEqual(['ACME001']);
});
