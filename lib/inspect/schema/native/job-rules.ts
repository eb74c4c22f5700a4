import { Findings } from '../check/findings';
import { checkNotNegative } from './count-rules';
import { checkNameLength, checkSchedule, checkTimeZone } from './schedule-rules';
import { Fields, fieldsAt, inField, textOf } from './steps';
import { checkSelection, checkTemplate } from './workload-rules';

export function checkJob(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, checkJobOfItsOwn);
}

export function checkCronJob(object: Fields, findings: Findings): void {
  checkNameLength(fieldsAt(object, 'metadata'), findings);
  inField(object, 'spec', findings, spec => {
    checkSchedule(spec, findings);
    checkTimeZone(spec, findings);
    inField(spec, 'jobTemplate', findings, template => inField(template, 'spec', findings, checkScheduledJob));
  });
}

function checkJobOfItsOwn(spec: Fields, findings: Findings): void {
  if (spec.manualSelector === true) {
    checkSelection(spec, findings);
  } else if (spec.selector !== undefined && spec.selector !== null) {
    addGeneratedSelector(findings);
  }
  checkJobSpec(spec, findings);
}

function checkScheduledJob(spec: Fields, findings: Findings): void {
  if (spec.selector !== undefined && spec.selector !== null) {
    addGeneratedSelector(findings);
  }
  checkJobSpec(spec, findings);
}

function addGeneratedSelector(findings: Findings): void {
  findings.add({ kind: 'mismatch', message: 'the API server makes the selector of a Job itself', expected: 'no selector' }, 'selector');
}

function checkJobSpec(spec: Fields, findings: Findings): void {
  COUNTS.forEach(key => checkNotNegative(spec, key, findings));
  checkTemplate(spec, findings);
  inField(spec, 'template', findings, template => inField(template, 'spec', findings, checkRestarts));
}

const COUNTS = ['parallelism', 'completions', 'activeDeadlineSeconds', 'backoffLimit', 'ttlSecondsAfterFinished'];

/** Without a word, pods are restarted always, and never end. */
function checkRestarts({ restartPolicy }: Fields, findings: Findings): void {
  const policy = textOf(restartPolicy);
  const expected = '"OnFailure" or "Never"';
  if (policy === undefined) {
    findings.add({ kind: 'required', message: 'restartPolicy is missing', expected }, 'restartPolicy');
  } else if (policy === 'Always') {
    findings.add({ kind: 'enum', message: 'restartPolicy is "Always"', expected }, 'restartPolicy');
  }
}
