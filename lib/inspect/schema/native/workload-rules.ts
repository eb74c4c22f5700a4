import { isObject } from '../../is-object';
import { Findings } from '../check/findings';
import { shown } from '../check/wording';
import { checkNotNegative } from './count-rules';
import { checkSelectorAt, isEmptySelector, unmetBy } from './label-rules';
import { checkPodSpec, PodSurroundings } from './pod-rules';
import { checkThere } from './presence';
import { checkPartAt, checkShareAt, isNone } from './share-rules';
import { Fields, fieldsAt, inField, isSet, itemsOf, textOf, wayTo } from './steps';

export function checkDeployment(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, spec => {
    checkWorkload(spec, findings);
    inField(spec, 'strategy', findings, checkStrategy);
    checkProgress(spec, findings);
    checkNotNegative(spec, 'revisionHistoryLimit', findings);
  });
}

export function checkReplicaSet(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, spec => checkWorkload(spec, findings));
}

export function checkDaemonSet(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, spec => {
    checkWorkload(spec, findings);
    inField(spec, 'updateStrategy', findings, checkUpdateOfNodes);
    checkNotNegative(spec, 'revisionHistoryLimit', findings);
  });
}

/** An API server takes a StatefulSet with any pods, and refuses each of the pods when it is made: after webhooks have completed it. */
export function checkStatefulSet(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, spec => {
    checkWorkload(spec, findings, { claims: itemsOf(spec, 'volumeClaimTemplates'), isCompleted: true });
    inField(spec, 'updateStrategy', findings, checkUpdateInOrder);
  });
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
      message: `the selector requires ${unmet.join(', ')}, which the template labels do not match`,
      expected: 'template labels that match the selector',
    }, ...wayTo(spec, 'template', 'metadata', 'labels'));
  }
}

/** Holds the pod that a workload makes against the rules for pods. */
export function checkTemplate(spec: Fields, findings: Findings, surroundings?: PodSurroundings): void {
  inField(spec, 'template', findings, template => {
    checkThere(template, 'spec', findings, 'o');
    inField(template, 'spec', findings, pod => checkPodSpec(pod, findings, surroundings));
  });
}

function checkWorkload(spec: Fields, findings: Findings, surroundings?: PodSurroundings): void {
  if (isObject(spec.selector) && isEmptySelector(spec.selector)) {
    findings.add({ kind: 'required', message: 'selector is empty', expected: 'matchLabels or matchExpressions' }, 'selector');
  }
  checkNotNegative(spec, 'replicas', findings);
  checkNotNegative(spec, 'minReadySeconds', findings);
  checkSelection(spec, findings);
  checkTemplate(spec, findings, surroundings);
  const policy = textOf(fieldsAt(fieldsAt(spec, 'template'), 'spec').restartPolicy);
  if (policy === 'Never' || policy === 'OnFailure') {
    const repair = 'remove it, or use a Job for pods that run to completion';
    findings.add({ kind: 'enum', message: `invalid restartPolicy "${policy}"`, expected: '"Always"', repair }, 'template', 'spec', 'restartPolicy');
  }
}

function checkStrategy(strategy: Fields, findings: Findings): void {
  if (!hasStrayUpdate(strategy, 'Recreate', findings)) {
    inField(strategy, 'rollingUpdate', findings, checkRollingUpdate);
  }
}

function checkUpdateInOrder(strategy: Fields, findings: Findings): void {
  if (!hasStrayUpdate(strategy, 'OnDelete', findings)) {
    inField(strategy, 'rollingUpdate', findings, update => checkNotNegative(update, 'partition', findings));
  }
}

/** Says that pods which do not roll are told how to roll. */
function hasStrayUpdate({ type, rollingUpdate }: Fields, other: string, findings: Findings): boolean {
  const isStray = type === other && isObject(rollingUpdate);
  if (isStray) {
    findings.add({ kind: 'mismatch', message: `rollingUpdate is not allowed for type ${other}`, expected: 'no rollingUpdate' }, 'rollingUpdate');
  }
  return isStray;
}

function checkRollingUpdate(update: Fields, findings: Findings): void {
  checkPartAt(update, 'maxUnavailable', findings);
  checkShareAt(update, 'maxSurge', findings);
  if (isNone(update.maxUnavailable) && isNone(update.maxSurge)) {
    addStandstill(findings);
  }
}

function addStandstill(findings: Findings): void {
  findings.add({ kind: 'mismatch', message: 'maxUnavailable and maxSurge are both 0, so no pod can be replaced', expected: 'one of them above 0' }, 'maxUnavailable');
}

/** A DaemonSet that is told to delete pods only never looks at how they would roll. */
function checkUpdateOfNodes(strategy: Fields, findings: Findings): void {
  if (strategy.type !== 'OnDelete') {
    inField(strategy, 'rollingUpdate', findings, checkRollingOfNodes);
  }
}

function checkRollingOfNodes(update: Fields, findings: Findings): void {
  const before = findings.size;
  checkPartAt(update, 'maxUnavailable', findings);
  checkPartAt(update, 'maxSurge', findings);
  const [unavailable, surge] = [update.maxUnavailable ?? 1, update.maxSurge ?? 0];
  if (findings.size > before || isNone(unavailable) !== isNone(surge)) {
    return;
  }
  if (isNone(surge)) {
    addStandstill(findings);
  } else {
    const message = `maxSurge is ${shown(surge)}, and maxUnavailable is ${isSet(update.maxUnavailable) ? shown(unavailable) : '1 by default'}`;
    findings.add({ kind: 'mismatch', message, expected: 'maxUnavailable: 0 with maxSurge, or no maxSurge' }, 'maxSurge');
  }
}

function checkProgress(spec: Fields, findings: Findings): void {
  const [deadline, ready] = [spec.progressDeadlineSeconds ?? DEFAULT_DEADLINE, spec.minReadySeconds ?? 0];
  if (typeof deadline === 'number' && typeof ready === 'number' && deadline <= ready) {
    const message = `progressDeadlineSeconds ${deadline} is not more than minReadySeconds ${ready}`;
    findings.add({ kind: 'mismatch', message, expected: 'more than minReadySeconds' }, 'progressDeadlineSeconds');
  }
}

const DEFAULT_DEADLINE = 600;
