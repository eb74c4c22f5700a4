import { NodeIndex, SchemaNode } from '../node';
import { Context } from './context';

/** Runs the CEL rules that were set aside. Their engine is loaded only when there is one, since many inputs do without. */
export function checkRules({ findings, nodes }: Context): void {
  const nodeAt = (place: NodeIndex): SchemaNode => nodes[place];
  for (const { rules, index, value, path } of findings.pendingRules) {
    for (const { message, fieldPath = [] } of engine().ruleViolations(rules, value, { node: index, nodeAt })) {
      findings.addAt([...path, ...fieldPath], { kind: 'cel', message });
    }
  }
}

type Engine = typeof import('../cel/rule-violations');

let loaded: Engine | undefined;

function engine(): Engine {
  return loaded ??= require('../cel/rule-violations') as Engine;
}
