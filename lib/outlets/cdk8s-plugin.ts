import type { Finding } from '../inspect/checks/finding';
import type { Rule } from '../inspect/checks/rule';
import { ruleIds } from '../inspect/checks/rule-pages';
import { count } from '../inspect/count';
import { groupBy } from '../inspect/group-by';
import { originOf } from '../inspect/mesh/object-reference';
import { MetadataFiles } from '../inspect/model/metadata-files';
import { CheckProperties, CheckSettings, checkSettings } from './private/check-properties';
import { judgeSets } from './private/judge-sets';
import { renderedSets } from './private/rendered-sets';

/** What of the context of `cdk8s synth` is used here. */
export interface ValidationContext {
  readonly manifests: readonly string[];
  readonly metadata?: Readonly<Record<string, { readonly path: string } | undefined>>;
  readonly logger: { log: (message: string) => void };
  readonly report: {
    addViolation: (violation: Violation) => void;
    submit: (status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>) => void;
  };
}

/** What `cdk8s synth` is told of a rule that is broken. */
export interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: ReadonlyArray<{ readonly resourceName: string; readonly locations: readonly string[]; readonly manifestPath: string }>;
}

/**
 * Checks what `cdk8s synth` has rendered, as a validation that `cdk8s.yaml` names. Each environment is a set of its own, in which nothing
 * is missing: what is not rendered is nowhere, but for what `assume` names.
 */
export class MeshValidation {
  private readonly settings: CheckSettings;

  constructor(properties: CheckProperties = {}) {
    this.settings = checkSettings(properties, 'cdk8s.yaml: properties of MeshValidation');
  }

  /** Reports to the context. */
  public validate(context: ValidationContext): Promise<void> {
    return Promise.resolve().then(() => this.judge(context));
  }

  private judge({ manifests, metadata = {}, logger, report }: ValidationContext): void {
    if (manifests.length === 0) {
      logger.log('cdk8s-mesh: nothing was checked: the app rendered nothing into the output folder of cdk8s.yaml. Write the manifests there too, as a MeshApp does.');
      report.submit('failure', { Checked: 'nothing' });
      return;
    }
    const files = new MetadataFiles();
    const { report: { findings, summary, rules, tool }, failed, notes } = judgeSets(renderedSets(manifests, files), this.settings);
    const idOf = ruleIds(rules);
    const described = new Map(rules.map(rule => [rule.slug, { summary: rule.summary, explained: explained(rule, idOf(rule)) }]));
    for (const [slug, found] of groupBy(files.nameConstructs(findings), ({ rule }) => rule)) {
      report.addViolation(violationOf(described.get(slug)!, found, metadata));
    }
    notes.forEach(note => logger.log(note));
    report.submit(failed ? 'failure' : 'success', {
      Findings: [count(summary.errors, 'error'), count(summary.warnings, 'warning'), count(summary.infos, 'info')].join(', '),
      Checked: `${count(summary.objects, 'object')} by ${tool.name} ${tool.version}`,
    });
  }
}

/** Pages of ours are in no folder of the project; that of another's rule is where that says. */
function explained({ page }: Rule, id: string): string {
  return page === undefined ? `explained by: cdk8s-mesh codes ${id}` : `see ${page}`;
}

/** What is said of a rule, whatever breaks it. */
interface DescribedRule {
  readonly summary: string;
  readonly explained: string;
}

function violationOf(described: DescribedRule, findings: readonly Finding[], metadata: Exclude<ValidationContext['metadata'], undefined>): Violation {
  const [{ code, rule, severity }] = findings;
  const repairs = [...new Set(findings.flatMap(({ repair }) => repair ?? []))];
  const byObject = groupBy(findings, ({ file, object }) => `${file} ${originOf(object)}`);
  return {
    ruleName: `${code} ${rule} (${severity})`,
    recommendation: described.summary,
    fix: [...repairs.slice(0, REPAIRS_SHOWN), described.explained].join('; '),
    violatingResources: [...byObject.values()].map(([first, ...more]) => ({
      resourceName: first.object?.name ?? originOf(first.object),
      locations: [first, ...more].map(finding => locationOf(finding, metadata)),
      manifestPath: first.file,
    })),
  };
}

const REPAIRS_SHOWN = 3;

/** cdk8s finds constructs by the names of objects alone; where it would name another one, the right one stands here. */
function locationOf({ object, path, line, message, construct }: Finding, metadata: Exclude<ValidationContext['metadata'], undefined>): string {
  const known = metadata[object?.name ?? '']?.path;
  return [
    originOf(object),
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(path === undefined ? [] : [path]),
    message,
    ...(construct === undefined || construct === known ? [] : [`rendered by ${construct}`]),
  ].join(', ');
}
