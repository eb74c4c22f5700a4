import type { Resource } from '../mesh/resource';

/** What an object says of findings about itself that nobody wants to see. */
export interface AnnotatedSuppression {
  /** The key of the annotation. */
  readonly annotation: string;
  /** A code or slug; `*` for all. */
  readonly ruleName: string;
  /** Why; istioctl's annotation has no place for it. */
  readonly reason?: string;
  /** Where in the text of ours it stands. */
  readonly within?: number;
}

/** istioctl's own: codes joined by commas, or `*`. */
export const ISTIO_SUPPRESS = 'galley.istio.io/analyze-suppress';
/** Ours: `MESH025: reason`, one on each line. */
export const MESH_SUPPRESS = 'cdk8s-mesh/suppress';

/** The suppressions that stand on an object. */
export function annotatedSuppressions({ annotations }: Resource): AnnotatedSuppression[] {
  const { [ISTIO_SUPPRESS]: codes, [MESH_SUPPRESS]: reasoned } = annotations;
  return codes === undefined && reasoned === undefined ? [] : [
    ...(codes === undefined ? [] : codes.split(',').map(ruleName => ({ annotation: ISTIO_SUPPRESS, ruleName }))),
    ...(reasoned === undefined ? [] : [...reasoned.matchAll(LINE)].map(withReason)),
  ];
}

/** Whether one of them hides a finding that goes by these names. Ours takes them in any letter case, and hides nothing without a reason. */
export function hides({ annotation, ruleName, reason = '' }: AnnotatedSuppression, names: readonly string[]): boolean {
  if (annotation === ISTIO_SUPPRESS) {
    return ruleName === '*' || names.includes(ruleName);
  }
  return reason !== '' && (ruleName === '*' || names.some(name => name.toLowerCase() === ruleName.toLowerCase()));
}

/** A line that is not empty, without its indentation. */
const LINE = /\S[^\n]*/g;

function withReason({ 0: line, index }: RegExpExecArray): AnnotatedSuppression {
  const [ruleName, ...reason] = line.split(':');
  return { annotation: MESH_SUPPRESS, ruleName: ruleName.trim(), reason: reason.join(':').trim(), within: index };
}
