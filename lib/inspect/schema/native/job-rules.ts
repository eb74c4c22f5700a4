import { Findings } from '../check/findings';
import { malformed } from '../check/metadata-rules';
import { scheduleProblem } from '../syntax/cron-schedule';
import { checkNotNegative } from './count-rules';
import { Fields, fieldsAt, inField, textOf } from './steps';
import { checkSelection, checkTemplate } from './workload-rules';

export function checkJob(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, checkJobOfItsOwn);
}

export function checkCronJob(object: Fields, findings: Findings): void {
  checkNameLength(fieldsAt(object, 'metadata').name, findings);
  inField(object, 'spec', findings, spec => {
    checkSchedule(spec, findings);
    inField(spec, 'jobTemplate', findings, template => inField(template, 'spec', findings, checkScheduledJob));
  });
}

/** The jobs get a suffix of eleven characters, and their names are labels. */
function checkNameLength(value: unknown, findings: Findings): void {
  const length = textOf(value)?.length ?? 0;
  if (length > MOST && length <= LONGEST_NAME) {
    findings.add({ kind: 'name', message: `the name has ${length} characters`, expected: `at most ${MOST}, since the names of its jobs are longer` }, 'metadata', 'name');
  }
}

const MOST = 52;
const LONGEST_NAME = 253;

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

function checkSchedule({ schedule }: Fields, findings: Findings): void {
  const text = textOf(schedule);
  const problem = text === undefined ? undefined : scheduleProblem(text);
  if (problem !== undefined) {
    findings.add({ ...malformed('schedule', text, problem), expected: 'minute, hour, day of month, month and day of week, such as "0 3 * * 1"' }, 'schedule');
  }
}
