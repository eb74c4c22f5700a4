import type { Check } from '../../lib/inspect/checks/check';
import { istioObject } from '../inspect/checks/rule-examples';
import { judge } from './judge';

/** An object of which a check of the webhook says something. */
export interface Subject {
  readonly check: Check;
  readonly apiVersion: string;
  readonly kind: string;
  /** A rule of which nothing is told, since it is broken always. */
  readonly without?: string;
}

/** What a check of the webhook says of the spec of an object, a line for each finding: `rule | path | message`. */
export function webhookWords({ check, apiVersion, kind, without }: Subject, spec: string): string[] {
  const { findings } = judge(istioObject(apiVersion, kind, spec), { checks: [check] });
  return findings.filter(({ rule }) => rule !== without).map(({ rule, path = '', message }) => `${rule} | ${path} | ${message}`);
}
