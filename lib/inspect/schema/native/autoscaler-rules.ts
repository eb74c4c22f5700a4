import { Findings } from '../check/findings';
import { own } from '../own';
import { Fields, inField, inItems, isThere, textOf } from './steps';

export function checkAutoscaler(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, checkSpec);
}

function checkSpec(spec: Fields, findings: Findings): void {
  const { minReplicas: least, maxReplicas: most } = spec;
  if (typeof least === 'number' && least < 1) {
    findings.add({ kind: 'bounds', message: `minReplicas is ${least}`, expected: 'at least 1' }, 'minReplicas');
  }
  if (typeof most === 'number' && most < 1) {
    findings.add({ kind: 'bounds', message: `maxReplicas is ${most}`, expected: 'at least 1' }, 'maxReplicas');
  } else if (typeof least === 'number' && typeof most === 'number' && least > most) {
    findings.add({ kind: 'mismatch', message: `maxReplicas is ${most}, and minReplicas ${least}`, expected: 'no less than minReplicas' }, 'maxReplicas');
  }
  inItems(spec, 'metrics', findings, checkMetric);
}

/** A metric has what its type says, and nothing else. */
function checkMetric(metric: Fields, findings: Findings): void {
  const wanted = own(FIELD_OF, textOf(metric.type) ?? '');
  if (wanted === undefined) {
    return;
  }
  if (!isThere(metric[wanted])) {
    findings.add({ kind: 'required', message: `${wanted} is missing`, expected: `${wanted}, since type is ${String(metric.type)}` }, wanted);
    return;
  }
  for (const key of Object.values(FIELD_OF)) {
    if (key !== wanted && isThere(metric[key])) {
      findings.add({ kind: 'mismatch', message: `${key} is not for the type ${String(metric.type)}`, expected: `${wanted} only` }, key);
    }
  }
}

const FIELD_OF: Readonly<Record<string, string>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};
