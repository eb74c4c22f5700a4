import { Findings } from '../check/findings';
import { checkSelectorAt } from './label-rules';
import { checkPartAt } from './share-rules';
import { Fields, inField, isThere } from './steps';

export function checkDisruptionBudget(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, checkSpec);
}

function checkSpec(spec: Fields, findings: Findings): void {
  if (isThere(spec.minAvailable) && isThere(spec.maxUnavailable)) {
    findings.add({ kind: 'one-of', message: 'minAvailable and maxUnavailable are mutually exclusive', expected: 'at most one of them' });
  }
  checkPartAt(spec, 'minAvailable', findings);
  checkPartAt(spec, 'maxUnavailable', findings);
  checkSelectorAt(spec, 'selector', findings);
}
