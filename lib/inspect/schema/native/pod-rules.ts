import { Findings } from '../check/findings';
import { dnsLabel } from '../syntax/names';
import { checkContainer } from './container-rules';
import { checkLabelsAt } from './label-rules';
import { addMalformed } from './malformed';
import { checkProbes } from './probe-rules';
import { checkRepeats } from './repeats';
import { Fields, FieldsRule, fieldsAt, inItems, itemsOf, textOf } from './steps';

/** What else is known of a pod. */
export interface PodSurroundings {
  /** Volumes that it gets from elsewhere. */
  readonly claims?: readonly Fields[];
  /** Whether a webhook completes it before it is held against the rules. */
  readonly isCompleted?: boolean;
}

/** Holds the spec of a pod against the API server's rules for pods. */
export function checkPodSpec(pod: Fields, findings: Findings, { claims = NONE, isCompleted = false }: PodSurroundings = {}): void {
  const volumes = namesOf(pod, claims);
  inItems(pod, 'volumes', findings, checkVolume);
  checkRepeats(pod, ['volumes', 'name'], findings);
  const all: FieldsRule = (container, place) => {
    if (!isCompleted || !isInjected(container)) {
      checkContainer(container, place, volumes);
    }
  };
  inItems(pod, 'containers', findings, all);
  inItems(pod, 'containers', findings, checkMainContainer);
  if (pod.initContainers !== undefined) {
    inItems(pod, 'initContainers', findings, all);
    inItems(pod, 'initContainers', findings, checkInitContainer);
  }
  checkContainerNames(pod, findings);
  checkLabelsAt(pod, 'nodeSelector', findings);
}

const NONE: readonly Fields[] = [];

const NO_NAMES: ReadonlySet<string> = new Set();

function namesOf(pod: Fields, claims: readonly Fields[]): ReadonlySet<string> {
  if (pod.volumes === undefined && claims.length === 0) {
    return NO_NAMES;
  }
  const names = [...itemsOf(pod, 'volumes').map(({ name }) => name), ...claims.map(claim => fieldsAt(claim, 'metadata').name)];
  return new Set(names.map(String));
}

/** Containers that the webhooks of Istio and Linkerd complete. */
function isInjected({ name }: Fields): boolean {
  return name === 'istio-proxy' || name === 'istio-init' || name === 'linkerd-proxy' || name === 'linkerd-init';
}

function checkContainerNames(pod: Fields, findings: Findings): void {
  checkRepeats(pod, ['containers', 'name'], findings);
  if (pod.initContainers !== undefined) {
    checkRepeats(pod, ['initContainers', 'name'], findings, itemsOf(pod, 'containers').map(({ name }) => name));
  }
}

function checkVolume(volume: Fields, findings: Findings): void {
  addMalformed(findings, { what: 'name', text: textOf(volume.name), rule: dnsLabel }, 'name');
  const sources = Object.keys(volume).filter(key => key !== 'name' && volume[key] !== null && volume[key] !== undefined);
  if (sources.length > 1) {
    findings.add({ kind: 'one-of', message: `${sources.join(' and ')} exclude each other`, expected: 'one source of the volume' });
  }
}

function checkMainContainer(container: Fields, findings: Findings): void {
  checkProbes(container, findings);
  if (container.restartPolicy !== undefined && container.restartPolicy !== null) {
    findings.add({
      kind: 'mismatch',
      message: 'restartPolicy is for initContainers only',
      expected: 'no restartPolicy',
      repair: 'a sidecar that starts before the others is one of the initContainers, with restartPolicy: Always',
    }, 'restartPolicy');
  }
}

function checkInitContainer(container: Fields, findings: Findings): void {
  const { restartPolicy } = container;
  if (restartPolicy === 'Always') {
    checkProbes(container, findings);
    return;
  }
  if (textOf(restartPolicy) !== undefined) {
    findings.add({ kind: 'enum', message: `restartPolicy is ${JSON.stringify(restartPolicy)}`, expected: '"Always"' }, 'restartPolicy');
    return;
  }
  for (const key of OF_RUNNING) {
    if (container[key] !== undefined && container[key] !== null) {
      findings.add({ kind: 'mismatch', message: `an init container that ends has no ${key}`, expected: `no ${key}, or restartPolicy: Always` }, key);
    }
  }
}

const OF_RUNNING = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'];
