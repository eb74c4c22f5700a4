import { Findings } from '../check/findings';
import { malformed } from '../check/metadata-rules';
import { NameRule } from '../syntax/names';
import { ObjectPath } from '../violation';

/** A text that has to have a form. */
export interface FormedText {
  /** what it is called: `port name` */
  readonly what: string;
  /** undefined where there is none */
  readonly text: string | undefined;
  readonly rule: NameRule;
}

/** Says of a text, which stands below the value at hand, that it does not have its form. */
export function addMalformed(findings: Findings, { what, text, rule }: FormedText, ...below: ObjectPath): void {
  const problem = text === undefined ? undefined : rule(text);
  if (problem !== undefined) {
    findings.add(malformed(what, text, problem), ...below);
  }
}
