import type { Rule } from '../../../lib/inspect/checks/rule';
import { rulePage } from '../../../scripts/check-pages/rule-page';
import { fullFinding } from '../../support/sample-report';

const rule: Rule = { code: 'IST0106', slug: 'percent', severity: 'error', summary: 'A percentage is none.', aliases: [] };
const parts = { rule, bad: 'a: 1\n', good: 'a: 2\n', complete: false, finding: { ...fullFinding, expected: undefined, repair: 'write 0 to 100' } };

test('a page says what a rule finds and what follows, shows it, and says what to do', () => {
  expect(rulePage(parts)).toBe(`# IST0106 percent

## What is wrong

A percentage is none.

istiod's admission webhook rejects the object: \`kubectl apply\` fails, and so does the pipeline that runs it. An existing object of that name stays unchanged.

## Example

Reported at \`spec.http[0].timeut\`: unknown field "timeut" in http[].

\`\`\`yaml bad
a: 1
\`\`\`

Not reported:

\`\`\`yaml good
a: 2
\`\`\`

## Repair

Write 0 to 100. The second example shows the fixed object.
`);
});

test.each([
  ['under which condition it is found', { complete: true }, 'Reported at `spec.http[0].timeut` with `--complete`: '],
  ['what else refuses the example', { refusedAs: 'CRD005' }, 'in http[]. `check` reports this object as [CRD005](../CRD005.md), because the API server rejects it before istiod sees it.\n'],
  ['what is expected', { finding: fullFinding }, 'Did you mean "timeout"? (match, route, timeout).'],
  ['what a long text is of', { bad: `a: ${'x'.repeat(100)}` }, '\na: xxxxxxxx...(100 times x)\n'],
  ['that no webhook sees a mesh config', { finding: { ...fullFinding, object: { apiVersion: '', kind: 'HelmValues', name: '' } } }, 'and says so in its log alone.'],
])('it also says %s', (_, more, text) => {
  expect(rulePage({ ...parts, ...more })).toContain(text);
});
