import type { Finding } from '../inspect/checks/finding';
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
      logger.log('cdk8s-mesh: nothing was checked: the app has rendered nothing into the folder that cdk8s.yaml calls output. Let it write there too, as a MeshApp does.');
      report.submit('failure', { Checked: 'nothing' });
      return;
    }
    const files = new MetadataFiles();
    const { report: { findings, summary, rules, tool }, failed, notes } = judgeSets(renderedSets(manifests, files), this.settings);
    const summaries = new Map(rules.map(rule => [`${rule.code} ${rule.slug}`, rule.summary]));
    for (const [rule, found] of groupBy(files.nameConstructs(findings), ({ code, rule: slug }) => `${code} ${slug}`)) {
      report.addViolation(violationOf(rule, summaries.get(rule) ?? '', found, metadata));
    }
    notes.forEach(note => logger.log(note));
    report.submit(failed ? 'failure' : 'success', {
      Findings: [count(summary.errors, 'error'), count(summary.warnings, 'warning'), count(summary.infos, 'info')].join(', '),
      Checked: `${count(summary.objects, 'object')} by ${tool.name} ${tool.version}`,
    });
  }
}

function violationOf(rule: string, summary: string, findings: readonly Finding[], metadata: Exclude<ValidationContext['metadata'], undefined>): Violation {
  const [{ severity, url }] = findings;
  const repairs = [...new Set(findings.flatMap(({ repair }) => repair ?? []))];
  const byObject = groupBy(findings, ({ file, object }) => `${file} ${originOf(object)}`);
  return {
    ruleName: `${rule} (${severity})`,
    recommendation: summary,
    fix: [...repairs.slice(0, REPAIRS_SHOWN), `see ${url}`].join('; '),
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
