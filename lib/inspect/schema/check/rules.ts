import { isObject } from '../../is-object';
import { CelRule, NodeIndex, SchemaNode } from '../node';
import { Context } from './context';
import { ruleRepair } from './rule-repairs';
import { shown } from './wording';

/** Runs the CEL rules that were set aside. Their engine is loaded only when there is one, since many inputs do without. */
export function checkRules({ findings, nodes }: Context): void {
  const nodeAt = (place: NodeIndex): SchemaNode => nodes[place];
  for (const { rules, index, value, path } of findings.pendingRules) {
    for (const { message, fieldPath = [], rule } of withoutEchoes(engine().ruleViolations(rules, value, { node: index, nodeAt }))) {
      const repair = ruleRepair(message, value);
      // An expression is for those whom nobody tells what to write.
      const expected = repair === undefined ? expectedOf(value, readable(rule, message)) : undefined;
      findings.addAt([...path, ...fieldPath], { kind: 'cel', message, expected, repair });
    }
  }
  findings.tellBlockedRules();
}

/** A filter of the Gateway API with the field of another type breaks two rules, and its type is what is wrong: it lacks no field of that. */
function withoutEchoes(broken: readonly RuleViolation[]): readonly RuleViolation[] {
  return broken.some(({ message }) => OTHER_TYPE.test(message)) ? broken.filter(({ message }) => !LACKS_FIELD.test(message)) : broken;
}

const OTHER_TYPE = /filter\.\w+ must be nil if the filter\.type is not \w+$/;
const LACKS_FIELD = /filter\.\w+ must be specified for \w+ filter\.type$/;

/** What is expected of a value. A single value is shown, since the words of the API server are the same for all. */
function expectedOf(value: unknown, expression: string | undefined): string | undefined {
  if (isObject(value) || Array.isArray(value)) {
    return expression;
  }
  return expression === undefined ? `a value other than ${shown(value)}` : `${expression}, but self is ${shown(value)}`;
}

/** The expression that has to be true, unless nobody would read it, or the message says it already. */
function readable({ rule }: CelRule, message: string): string | undefined {
  const expression = rule.trim();
  return expression.length > LONGEST_READ || expression.includes('\n') || message.includes(expression) ? undefined : expression;
}

/** What is left of a line of 80 columns behind `expected: `. A longer one is a program more than a sentence, and its message has to do. */
const LONGEST_READ = 68;

type RuleViolation = ReturnType<Engine['ruleViolations']>[number];

type Engine = typeof import('../cel/rule-violations');

let loaded: Engine | undefined;

function engine(): Engine {
  return loaded ??= require('../cel/rule-violations') as Engine;
}
