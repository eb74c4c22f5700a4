import { Findings } from '../check/findings';
import { LONGEST_NAME } from '../syntax/names';
import { checkNotNegative } from './count-rules';
import { isEmptySelector } from './label-rules';
import { checkThere } from './presence';
import { checkNameLength, checkSchedule, checkTimeZone } from './schedule-rules';
import { Fields, fieldsAt, inField, isSet, textOf } from './steps';
import { checkSelection, checkTemplate } from './workload-rules';

export function checkJob(object: Fields, findings: Findings): void {
  checkLabelOfPods(object, findings);
  inField(object, 'spec', findings, checkJobOfItsOwn);
}

/** The name becomes a label of the pods, unless they are selected by others. */
function checkLabelOfPods(object: Fields, findings: Findings): void {
  const length = textOf(fieldsAt(object, 'metadata').name)?.length ?? 0;
  if (fieldsAt(object, 'spec').manualSelector !== true && length > LONGEST_LABEL && length <= LONGEST_NAME) {
    const expected = `at most ${LONGEST_LABEL}, since it becomes a label of the pods`;
    findings.add({ kind: 'name', message: `the name has ${length} characters`, expected }, 'metadata', 'name');
  }
}

const LONGEST_LABEL = 63;

export function checkCronJob(object: Fields, findings: Findings): void {
  checkNameLength(fieldsAt(object, 'metadata'), findings);
  inField(object, 'spec', findings, spec => {
    checkSchedule(spec, findings);
    checkTimeZone(spec, findings);
    inField(spec, 'jobTemplate', findings, checkJobTemplate);
  });
}

function checkJobTemplate(template: Fields, findings: Findings): void {
  checkThere(template, 'spec', findings, 'o');
  inField(template, 'spec', findings, checkScheduledJob);
}

function checkJobOfItsOwn(spec: Fields, findings: Findings): void {
  if (spec.manualSelector === true) {
    checkOwnSelector(spec, findings);
  } else if (!isEmptySelector(fieldsAt(spec, 'selector'))) {
    addGeneratedSelector(findings);
  }
  checkJobSpec(spec, findings);
}

function checkOwnSelector(spec: Fields, findings: Findings): void {
  checkThere(spec, 'selector', findings, 'o');
  checkSelection(spec, findings);
}

/** Of the Job in a CronJob an empty selector is refused, too. */
function checkScheduledJob(spec: Fields, findings: Findings): void {
  if (isSet(spec.selector)) {
    addGeneratedSelector(findings);
  }
  if (spec.manualSelector === true) {
    findings.add({ kind: 'mismatch', message: 'the jobs of a CronJob cannot have a selector of their own', expected: 'no manualSelector' }, 'manualSelector');
  }
  checkJobSpec(spec, findings);
}

function addGeneratedSelector(findings: Findings): void {
  findings.add({ kind: 'mismatch', message: 'the API server generates the selector of a Job', expected: 'no selector' }, 'selector');
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
    findings.add({ kind: 'enum', message: 'invalid restartPolicy "Always"', expected }, 'restartPolicy');
  }
}
