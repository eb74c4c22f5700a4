// What `cdk8s-mesh/jest` does where it is imported, or named in `setupFilesAfterEnv`: it gives `expect` a matcher.
import { CliError } from '../cli/cli-error';
import type { Finding } from '../inspect/checks/finding';
import { textReport } from '../inspect/report/text-report';
import { CheckProperties, checkSettings } from './private/check-properties';
import { judgeSets } from './private/judge-sets';
import { Subject, subjectOf } from './private/subject';

export type { CheckProperties } from './private/check-properties';

/** What `expect` gets, for those who have it from a module: `declare module 'expect' { interface Matchers<R> extends MeshMatchers<R> {} }`. */
export interface MeshMatchers<R> {
  /**
   * Expects that no check of `cdk8s-mesh check` finds anything as grave as an error, or as what `failOn` names, in a MeshApp, an App or Chart
   * of cdk8s, objects, YAML, or the files at a path. Each environment is a set of its own, in which nothing is missing.
   */
  toPassMeshChecks(properties?: CheckProperties): R;
}

declare global {

  namespace jest {

    interface Matchers<R> extends MeshMatchers<R> {}
  }
}

/** The matcher, for runners that have an `expect.extend` of their own. */
export function toPassMeshChecks(received: unknown, properties: CheckProperties = {}): { readonly pass: boolean; readonly message: () => string } {
  const settings = checkSettings(properties, 'toPassMeshChecks');
  const { subject, report, failed, notes } = inOneError(() => {
    const given = subjectOf(received);
    return { subject: given, ...judgeSets(given.sets, settings) };
  });
  return {
    pass: !failed,
    message: () => {
      const findings = report.findings.map(finding => named(finding, subject));
      const lines = [textReport({ ...report, findings }, { colors: false }), ...notes].join('\n').trimEnd();
      return `expected ${failed ? 'no finding' : 'a finding'} of severity ${settings.failOn} or above${failed ? '' : ', or a check that crashes'}:\n\n${lines}`;
    },
  };
}

/** A runner would print the stack of a cause too, of files that nobody has seen; the reason says all that can be done. */
function inOneError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw CliError.isCliError(error) ? new Error(`toPassMeshChecks: ${error.message}`) : error;
  }
}

function named(finding: Finding, { constructOf }: Subject): Finding {
  const construct = finding.object && constructOf?.(finding.file, finding.object);
  return construct === undefined ? finding : { ...finding, construct };
}

// Without Jest, the function alone is of use.
(globalThis as { expect?: { extend?: (matchers: object) => void } }).expect?.extend?.({ toPassMeshChecks });
