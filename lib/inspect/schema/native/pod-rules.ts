import { Findings } from '../check/findings';
import { checkContainer } from './container-rules';
import { checkLabelsAt } from './label-rules';
import { checkProbes } from './probe-rules';
import { checkRepeats } from './repeats';
import { checkScheduling } from './scheduling-rules';
import { Fields, FieldsRule, fieldsAt, inItems, isSet, itemsOf, NONE, wayTo } from './steps';
import { checkVolume } from './volume-rules';

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
  const checkAny: FieldsRule = container => {
    if (!isCompleted || !isInjected(container)) {
      checkContainer(container, findings, volumes);
    }
  };
  inItems(pod, 'containers', findings, container => {
    checkAny(container, findings);
    checkMainContainer(container, findings);
  });
  inItems(pod, 'initContainers', findings, container => {
    checkAny(container, findings);
    checkInitContainer(container, findings);
  });
  checkContainerNames(pod, findings);
  checkNetwork(pod, findings);
  checkScheduling(pod, findings);
  checkLabelsAt(pod, 'nodeSelector', findings);
}

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
  // Few pods have some, and only for them the other names are gathered.
  if (isSet(pod.initContainers)) {
    checkRepeats(pod, ['initContainers', 'name'], findings, itemsOf(pod, 'containers').map(({ name }) => name));
  }
}

function checkMainContainer(container: Fields, findings: Findings): void {
  checkProbes(container, findings);
  if (isSet(container.restartPolicy)) {
    findings.add({
      kind: 'mismatch',
      message: 'restartPolicy is allowed in initContainers only',
      expected: 'no restartPolicy before Kubernetes 1.35',
      repair: 'to start a sidecar before the other containers, put it in initContainers with restartPolicy: Always',
    }, 'restartPolicy');
  }
}

function checkInitContainer(container: Fields, findings: Findings): void {
  const { restartPolicy } = container;
  if (restartPolicy === 'Always') {
    checkProbes(container, findings);
  } else if (isSet(restartPolicy)) {
    findings.add({ kind: 'enum', message: `invalid restartPolicy ${JSON.stringify(restartPolicy)}`, expected: '"Always" before Kubernetes 1.35' }, 'restartPolicy');
  } else {
    checkEnding(container, findings);
  }
}

function checkEnding(container: Fields, findings: Findings): void {
  for (const key of OF_RUNNING) {
    if (isSet(container[key])) {
      findings.add({ kind: 'mismatch', message: `an init container without restartPolicy: Always cannot have ${key}`, expected: `no ${key}, or restartPolicy: Always` }, key);
    }
  }
}

const OF_RUNNING = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'];

function checkNetwork(pod: Fields, findings: Findings): void {
  if (pod.hostNetwork === true) {
    inItems(pod, 'containers', findings, container => inItems(container, 'ports', findings, checkPortOfHost));
  }
  if (pod.dnsPolicy === 'None' && itemsOf(fieldsAt(pod, 'dnsConfig'), 'nameservers').length === 0) {
    const expected = 'at least one, since dnsPolicy is None';
    findings.add({ kind: 'required', message: 'no nameservers are set', expected }, ...wayTo(pod, 'dnsConfig', 'nameservers'));
  }
}

/** On the network of its node a pod has no ports of its own. */
function checkPortOfHost({ hostPort, containerPort }: Fields, findings: Findings): void {
  if (typeof hostPort === 'number' && typeof containerPort === 'number' && hostPort !== 0 && hostPort !== containerPort) {
    const message = `hostPort ${hostPort} differs from containerPort ${containerPort}`;
    findings.add({ kind: 'mismatch', message, expected: 'the same number, since hostNetwork is true' }, 'hostPort');
  }
}
