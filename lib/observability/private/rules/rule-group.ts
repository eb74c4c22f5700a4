import { Yaml } from 'cdk8s';

/** A rule as Prometheus reads it. */
export interface RuleIntent {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  /** as PromQL writes a time */
  readonly holdFor?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Rules that are worked out one after the other, at the same times. */
export interface RuleGroup {
  readonly name: string;
  /** undefined: as the Prometheus does it */
  readonly interval?: string;
  readonly rules: readonly RuleIntent[];
}

/** Groups as the file of rules that a Prometheus reads. */
export function ruleFile(groups: readonly RuleGroup[]): string {
  return Yaml.stringify({ groups: groups.map(({ rules, ...group }) => ({ ...group, rules: rules.map(written) })) });
}

function written({ holdFor, ...rule }: RuleIntent): object {
  return holdFor === undefined ? rule : { ...rule, for: holdFor };
}
