import type { Finding } from '../../lib/inspect/checks/finding';
import type { Rule } from '../../lib/inspect/checks/rule';
import { consequenceOf } from './consequences';

/** What a page of a rule shows: the rule, objects in which it is broken, what is found in these, and the same objects mended. */
export interface RulePageParts {
  readonly rule: Rule;
  readonly bad: string;
  readonly good: string;
  readonly finding: Finding;
  readonly complete: boolean;
  /** The code under which the API server refuses the example before the rule can be broken. */
  readonly refusedAs?: string;
}

/** The page of a rule that shares its code with others. */
export function rulePage({ rule, bad, good, finding, complete, refusedAs }: RulePageParts): string {
  const place = finding.path === undefined || finding.path === '' ? '' : ` at \`${finding.path}\``;
  const condition = complete ? ' with `--complete`' : '';
  const earlier = refusedAs === undefined ? '' : ` \`check\` reports this object as [${refusedAs}](../${refusedAs}.md), because the API server rejects it before istiod sees it.`;
  return `# ${rule.code} ${rule.slug}

## What is wrong

${rule.summary}

${consequenceOf(rule, MESH_CONFIGS.has(finding.object?.kind))}

## Example

Reported${place}${condition}: ${finding.message}.${earlier}

\`\`\`yaml bad
${shortened(bad)}
\`\`\`

Not reported:

\`\`\`yaml good
${shortened(good)}
\`\`\`

## Repair

${repairOf(finding)} The second example shows the fixed object.
`;
}

const MESH_CONFIGS: ReadonlySet<string | undefined> = new Set(['HelmValues', 'ConfigMap', 'IstioOperator']);

function repairOf({ expected, repair = 'write what is expected' }: Finding): string {
  const sentence = `${repair[0].toUpperCase()}${repair.slice(1)}${expected === undefined ? '' : ` (${expected})`}`;
  return sentence.endsWith('?') ? sentence : `${sentence}.`;
}

/** A text that is there for its length alone is shown by its beginning. */
function shortened(yaml: string): string {
  return yaml.trim().replace(/(.)\1{99,}/g, (run, letter: string) => `${letter.repeat(8)}...(${run.length} times ${letter})`);
}
