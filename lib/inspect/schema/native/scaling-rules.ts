import { Findings } from '../check/findings';
import { addEmpty } from '../check/misfits';
import { checkAtLeastOne, checkWithin } from './range-rules';
import { Fields, inItems } from './steps';
import { checkWordAt } from './word-rules';

/** Holds what an autoscaler does in one direction against the rules. Without a list of policies there are some. */
export function checkScaling(scaling: Fields, findings: Findings): void {
  checkWordAt(scaling, 'selectPolicy', findings, CHOICES);
  checkWithin(scaling, 'stabilizationWindowSeconds', findings, WINDOW);
  if (Array.isArray(scaling.policies) && scaling.policies.length === 0) {
    addEmpty(findings, 'policies', scaling.policies);
  }
  inItems(scaling, 'policies', findings, checkPolicy);
}

function checkPolicy(policy: Fields, findings: Findings): void {
  checkWordAt(policy, 'type', findings, TYPES);
  checkAtLeastOne(policy, 'value', findings);
  checkWithin(policy, 'periodSeconds', findings, PERIOD);
}

const CHOICES = ['Max', 'Min', 'Disabled'];
const TYPES = ['Percent', 'Pods'];
const WINDOW: readonly [number, number] = [0, 3600];
const PERIOD: readonly [number, number] = [1, 1800];
