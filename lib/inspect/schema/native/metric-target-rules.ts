import { Findings } from '../check/findings';
import { choice, shown } from '../check/wording';
import { own } from '../own';
import { thousandthsOf } from '../syntax/quantity';
import { checkAtLeastOne } from './range-rules';
import { Fields, isThere, NONE } from './steps';
import { checkWordAt } from './word-rules';

/** The target of a metric has a number of those that the type of the metric takes. Which of them it is, its own type does not decide. */
export function checkMetricTarget(target: Fields, type: string, findings: Findings): void {
  checkWordAt(target, 'type', findings, TYPES);
  checkAtLeastOne(target, 'averageUtilization', findings);
  checkPositive(target, 'averageValue', findings);
  checkPositive(target, 'value', findings);
  checkTaken(target, type, findings);
}

const TYPES = ['Utilization', 'Value', 'AverageValue'];

function checkPositive(target: Fields, key: string, findings: Findings): void {
  const amount = thousandthsOf(target[key]);
  if (amount !== undefined && amount <= 0n) {
    findings.add({ kind: 'bounds', message: `${key} is ${shown(target[key])}`, expected: 'more than 0' }, key);
  }
}

function checkTaken(target: Fields, type: string, findings: Findings): void {
  const taken: readonly string[] = own(TAKEN, type) ?? NONE;
  const count = taken.filter(key => isThere(target[key])).length;
  if (count === 0) {
    findings.add({ kind: 'required', message: `target has no ${choice(taken)}`, expected: `${choice(taken)}, since the metric type is ${type}`, repair: averageRepair(target, taken) });
  } else if (count > 1 && type !== 'Object') {
    findings.add({ kind: 'one-of', message: `${taken.join(' and ')} are mutually exclusive`, expected: 'only one of them' });
  }
}

const TAKEN: Readonly<Record<string, readonly string[]>> = {
  ContainerResource: ['averageUtilization', 'averageValue'],
  External: ['value', 'averageValue'],
  Object: ['value', 'averageValue'],
  Pods: ['averageValue'],
  Resource: ['averageUtilization', 'averageValue'],
};

function averageRepair({ value }: Fields, taken: readonly string[]): string | undefined {
  return isThere(value) && !taken.includes('value') ? `write type: AverageValue and averageValue: ${String(value)}` : undefined;
}
