import { Findings } from '../check/findings';
import { own } from '../own';
import { checkMetricTarget } from './metric-target-rules';
import { checkAtLeastOne } from './range-rules';
import { checkScaling } from './scaling-rules';
import { Fields, inField, inItems, isThere, textOf } from './steps';
import { checkWordAt } from './word-rules';

export function checkAutoscaler(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, checkSpec);
}

function checkSpec(spec: Fields, findings: Findings): void {
  const { minReplicas: least, maxReplicas: most } = spec;
  checkAtLeastOne(spec, 'minReplicas', findings);
  checkAtLeastOne(spec, 'maxReplicas', findings);
  if (typeof least === 'number' && typeof most === 'number' && most >= 1 && least > most) {
    findings.add({ kind: 'mismatch', message: `maxReplicas ${most} is less than minReplicas ${least}`, expected: 'at least minReplicas' }, 'maxReplicas');
  }
  inItems(spec, 'metrics', findings, checkMetric);
  inField(spec, 'behavior', findings, behavior => {
    inField(behavior, 'scaleUp', findings, checkScaling);
    inField(behavior, 'scaleDown', findings, checkScaling);
  });
}

/** A metric has what its type says, and nothing else. */
function checkMetric(metric: Fields, findings: Findings): void {
  checkWordAt(metric, 'type', findings, TYPES);
  const type = textOf(metric.type) ?? '';
  const wanted = own(FIELD_OF, type);
  if (wanted === undefined) {
    return;
  }
  if (!isThere(metric[wanted])) {
    findings.add({ kind: 'required', message: `${wanted} is missing`, expected: `${wanted}, since type is ${type}` }, wanted);
    return;
  }
  for (const key of FIELDS) {
    if (key !== wanted && isThere(metric[key])) {
      findings.add({ kind: 'mismatch', message: `${key} is not allowed for type ${type}`, expected: `${wanted} only` }, key);
    }
  }
  inField(metric, wanted, findings, source => inField(source, 'target', findings, target => checkMetricTarget(target, type, findings)));
}

const FIELD_OF: Readonly<Record<string, string>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};

const TYPES = Object.keys(FIELD_OF);
const FIELDS = Object.values(FIELD_OF);
