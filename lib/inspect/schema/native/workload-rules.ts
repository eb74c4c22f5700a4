import { isObject } from '../../is-object';
import { Findings } from '../check/findings';
import { addMissing } from '../check/misfits';
import { checkNotNegative } from './count-rules';
import { checkSelectorAt, isEmptySelector, unmetBy } from './label-rules';
import { checkPodSpec, PodSurroundings } from './pod-rules';
import { checkShareAt } from './share-rules';
import { Fields, fieldsAt, inField, isThere, itemsOf, textOf, wayTo } from './steps';

export function checkDeployment(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, spec => {
    checkWorkload(spec, findings);
    inField(spec, 'strategy', findings, checkStrategy);
    checkProgress(spec, findings);
  });
}

/** A ReplicaSet or a DaemonSet. */
export function checkPlainWorkload(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, spec => checkWorkload(spec, findings));
}

/** An API server takes a StatefulSet with any pods, and refuses each of the pods when it is made. */
export function checkStatefulSet(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, spec => checkWorkload(spec, findings, { claims: itemsOf(spec, 'volumeClaimTemplates') }));
}

/** Says that the template does not have the labels that its selector asks for, where it has one. */
export function checkSelection(spec: Fields, findings: Findings): void {
  const { selector } = spec;
  const before = findings.size;
  checkSelectorAt(spec, 'selector', findings);
  const labels = fieldsAt(fieldsAt(fieldsAt(spec, 'template'), 'metadata'), 'labels');
  // What is no selector is not compared.
  const unmet = isObject(selector) && isObject(spec.template) && findings.size === before ? unmetBy(labels, selector) : [];
  if (unmet.length > 0) {
    findings.add({
      kind: 'mismatch',
      message: `the selector asks for ${unmet.join(', ')}, which the labels of the template do not meet`,
      expected: 'labels that the selector matches',
    }, ...wayTo(spec, 'template', 'metadata', 'labels'));
  }
}

/** Holds the pod that a workload makes against the rules for pods. */
export function checkTemplate(spec: Fields, findings: Findings, surroundings?: PodSurroundings): void {
  inField(spec, 'template', findings, template => {
    if (!isThere(template.spec)) {
      addMissing(findings, 'spec', 'o');
    }
    inField(template, 'spec', findings, pod => checkPodSpec(pod, findings, surroundings));
  });
}

function checkWorkload(spec: Fields, findings: Findings, surroundings?: PodSurroundings): void {
  if (isObject(spec.selector) && isEmptySelector(spec.selector)) {
    findings.add({ kind: 'required', message: 'selector is empty', expected: 'matchLabels or matchExpressions' }, 'selector');
  }
  checkNotNegative(spec, 'replicas', findings);
  checkSelection(spec, findings);
  checkTemplate(spec, findings, surroundings);
  const policy = textOf(fieldsAt(fieldsAt(spec, 'template'), 'spec').restartPolicy);
  if (policy === 'Never' || policy === 'OnFailure') {
    const repair = 'leave it out, or use a Job for pods that end';
    findings.add({ kind: 'enum', message: `restartPolicy is "${policy}"`, expected: '"Always"', repair }, 'template', 'spec', 'restartPolicy');
  }
}

function checkStrategy(strategy: Fields, findings: Findings): void {
  if (strategy.type === 'Recreate' && isObject(strategy.rollingUpdate)) {
    findings.add({ kind: 'mismatch', message: 'rollingUpdate is not for the type Recreate', expected: 'no rollingUpdate' }, 'rollingUpdate');
    return;
  }
  inField(strategy, 'rollingUpdate', findings, checkRollingUpdate);
}

function checkRollingUpdate(update: Fields, findings: Findings): void {
  checkShareAt(update, 'maxUnavailable', findings);
  checkShareAt(update, 'maxSurge', findings, Infinity);
  if (isNone(update.maxUnavailable) && isNone(update.maxSurge)) {
    findings.add({ kind: 'mismatch', message: 'maxUnavailable and maxSurge are both 0, so that nothing can be replaced', expected: 'one of them above 0' }, 'maxUnavailable');
  }
}

function isNone(share: unknown): boolean {
  return share === 0 || (typeof share === 'string' && /^0+%$/.test(share));
}

function checkProgress({ progressDeadlineSeconds: deadline = DEFAULT_DEADLINE, minReadySeconds: ready }: Fields, findings: Findings): void {
  if (typeof deadline === 'number' && typeof ready === 'number' && deadline <= ready) {
    const message = `a new pod is available after ${ready} seconds, and the progress is given up after ${deadline}`;
    findings.add({ kind: 'mismatch', message, expected: 'more than minReadySeconds' }, 'progressDeadlineSeconds');
  }
}

const DEFAULT_DEADLINE = 600;
