import type { CelRule } from '../node';
import type { ObjectPath } from '../violation';
import { CelError } from './cel-error';
import type { Frame } from './code';
import { parseFieldPath } from './field-path';
import { RuleError } from './grammar/rule-error';
import { programOf } from './rule-program';
import { toCelValue } from './schema-value';
import type { CelTyping } from './schema-value';
import { trimSpace } from './trim-space';
import { Optional } from './values/optional';

/** A CEL rule that a value breaks. */
export interface RuleViolation {
  /** In the words of the API server. */
  readonly message: string;
  /** Where in the value, when the rule says so. */
  readonly fieldPath?: ObjectPath;
  readonly rule: CelRule;
}

/**
 * The `x-kubernetes-validations` that a value breaks, as the API server judges an object that is being created: rules about the value's
 * change do not apply, and a rule that ends in an error is broken. `self` is plain JSON with the defaults filled in; null breaks no rule.
 */
export function ruleViolations(rules: readonly CelRule[], self: unknown, type: CelTyping): readonly RuleViolation[] {
  if (self === null || self === undefined) {
    return [];
  }
  let frame: Frame | undefined;
  const inFrame = (): Frame => frame ??= [toCelValue(self, type), Optional.NONE];
  const broken: RuleViolation[] = [];
  for (const rule of rules) {
    const violation = judge(rule, inFrame);
    if (violation !== undefined) {
      broken.push(violation);
    }
  }
  return broken;
}

function judge(rule: CelRule, frame: () => Frame): RuleViolation | undefined {
  const program = programOf(rule.rule);
  if (program instanceof RuleError) {
    return { message: `rule compile error: ${program.message}`, rule };
  }
  if (program.usesOldSelf && rule.optionalOldSelf !== true) {
    return undefined;
  }
  try {
    if (program.evaluate(frame()) === true) {
      return undefined;
    }
  } catch (error) {
    return { message: errorMessage(CelError.caught(error), rule), rule };
  }
  const fieldPath = rule.fieldPath === undefined ? undefined : parseFieldPath(rule.fieldPath);
  return { message: evaluatedMessage(rule, frame) ?? fixedMessage(rule), ...(fieldPath && { fieldPath }), rule };
}

/** What the rule's `messageExpression` gives, unless that is no line of text. */
function evaluatedMessage({ messageExpression }: CelRule, frame: () => Frame): string | undefined {
  const program = messageExpression === undefined ? undefined : programOf(messageExpression);
  if (program === undefined || program instanceof RuleError) {
    return undefined;
  }
  try {
    const value = program.evaluate(frame());
    const message = typeof value === 'string' ? trimSpace(value) : '';
    return message === '' || message.includes('\n') || Buffer.byteLength(message) > LONGEST_MESSAGE ? undefined : message;
  } catch (error) {
    CelError.caught(error);
    return undefined;
  }
}

const LONGEST_MESSAGE = 5120;

function fixedMessage(rule: CelRule): string {
  return hasMessage(rule) ? nameOf(rule) : `failed rule: ${nameOf(rule)}`;
}

function errorMessage({ message }: CelError, rule: CelRule): string {
  return message.startsWith('no such overload')
    ? `'${message}': call arguments did not match a supported operator, function or macro signature for rule: ${nameOf(rule)}`
    : `${message} evaluating rule: ${nameOf(rule)}`;
}

/** What stands for the rule in messages: its own message, or else its text. */
function nameOf(rule: CelRule): string {
  return trimSpace(hasMessage(rule) ? rule.message : rule.rule);
}

function hasMessage(rule: CelRule): rule is CelRule & { readonly message: string } {
  return rule.message !== undefined && rule.message !== '';
}
