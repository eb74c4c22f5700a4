import { Findings } from '../check/findings';
import { qualifiedName } from '../syntax/names';
import { checkNodeRequirement, checkSelectorAt } from './label-rules';
import { addMalformed } from './malformed';
import { checkAtLeastOne, checkWithin } from './range-rules';
import { Fields, inField, inItems, isSet, textOf } from './steps';

/** Holds what says on which nodes a pod may be against the API server's rules. */
export function checkScheduling(pod: Fields, findings: Findings): void {
  inField(pod, 'affinity', findings, checkAffinity);
  inItems(pod, 'tolerations', findings, checkToleration);
  inItems(pod, 'topologySpreadConstraints', findings, checkSpread);
}

function checkAffinity(affinity: Fields, findings: Findings): void {
  inField(affinity, 'nodeAffinity', findings, checkNodeAffinity);
  inField(affinity, 'podAffinity', findings, checkPodAffinity);
  inField(affinity, 'podAntiAffinity', findings, checkPodAffinity);
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

function checkNodeAffinity(affinity: Fields, findings: Findings): void {
  inField(affinity, REQUIRED, findings, required => inItems(required, 'nodeSelectorTerms', findings, checkNodeTerm));
  inItems(affinity, PREFERRED, findings, preferred => {
    checkWithin(preferred, 'weight', findings, WEIGHTS);
    inField(preferred, 'preference', findings, checkNodeTerm);
  });
}

function checkNodeTerm(term: Fields, findings: Findings): void {
  inItems(term, 'matchExpressions', findings, checkNodeRequirement);
}

function checkPodAffinity(affinity: Fields, findings: Findings): void {
  inItems(affinity, REQUIRED, findings, checkPodTerm);
  inItems(affinity, PREFERRED, findings, preferred => {
    checkWithin(preferred, 'weight', findings, WEIGHTS);
    inField(preferred, 'podAffinityTerm', findings, checkPodTerm);
  });
}

function checkPodTerm(term: Fields, findings: Findings): void {
  checkSelectorAt(term, 'labelSelector', findings);
  checkSelectorAt(term, 'namespaceSelector', findings);
  checkTopologyKey(term, findings);
}

function checkTopologyKey({ topologyKey }: Fields, findings: Findings): void {
  addMalformed(findings, { what: 'topologyKey', text: textOf(topologyKey), rule: qualifiedName }, 'topologyKey');
}

const WEIGHTS = [1, 100] as const;

function checkToleration({ key, operator, value, effect, tolerationSeconds }: Fields, findings: Findings): void {
  if (textOf(key) === undefined && operator !== 'Exists') {
    findings.add({ kind: 'mismatch', message: 'a toleration without a key matches all taints', expected: 'a key, or operator: Exists' }, 'operator');
  } else if (operator === 'Exists' && textOf(value) !== undefined) {
    findings.add({ kind: 'mismatch', message: 'operator Exists takes no value', expected: 'no value, or operator: Equal' }, 'operator');
  }
  if (isSet(tolerationSeconds) && effect !== 'NoExecute') {
    findings.add({ kind: 'mismatch', message: 'tolerationSeconds is allowed with effect NoExecute only', expected: 'effect: NoExecute, or no tolerationSeconds' }, 'effect');
  }
  addMalformed(findings, { what: 'taint key', text: textOf(key), rule: qualifiedName }, 'key');
}

function checkSpread(constraint: Fields, findings: Findings): void {
  checkAtLeastOne(constraint, 'maxSkew', findings);
  checkSelectorAt(constraint, 'labelSelector', findings);
}
