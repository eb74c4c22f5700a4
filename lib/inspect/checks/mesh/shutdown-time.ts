import { isBefore } from '../../istio-release';
import { milliseconds } from '../../mesh/duration';
import type { Field } from '../../mesh/field';
import { meshConfig, MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { hasSidecar, PROXY_CONTAINER } from '../../mesh/mesh-membership';
import type { ObjectSet } from '../../mesh/object-set';
import { isOwned, RunningPod } from '../../mesh/pods';
import { PROXY_CONFIG_ANNOTATION, proxyConfigIn } from '../../mesh/proxy-configs';
import { applicationContainers, podsOf } from '../../mesh/workload-containers';
import { Workload, workloadOf, WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Judgement, Problem } from '../check';
import { meshRule } from './mesh-rule';

const shutdownTime = meshRule('MESH036', 'warning', ['shutdown-time', 'Pods or their proxies stop before the application does.']);

/** What Kubernetes and Istio wait where nothing is said, in seconds. */
const GRACE = 30;
const DRAIN = 5;

/** Pods that take longer to end than they are given. */
export const shutdownTimeCheck = defineCheck({
  rules: [shutdownTime],
  kinds: WORKLOAD_KINDS,
  fields: ['preStop', PROXY_CONFIG_ANNOTATION],
  reads: ['Namespace', ...MESH_CONFIG_KINDS],
  * judge(resource, { set, istioRelease }) {
    const workload = workloadOf(resource);
    if (isOwned(set, workload)) {
      return;
    }
    const pods = podsOf(workload);
    const sleep = longestSleep(pods);
    const drain = proxyDrain(set, workload);
    yield* tooShortGrace(pods, sleep, drain?.own);
    if (drain !== undefined && sleep !== undefined && drain.seconds < sleep.seconds) {
      yield earlyProxy(drain, sleep, mayBeNative(pods, istioRelease) ? ', unless it is a native sidecar, as on nodes of Kubernetes 1.33 and later' : '');
    }
  },
});

function earlyProxy(drain: Drain, { seconds, place }: Span, unless: string): Problem {
  return {
    rule: shutdownTime,
    path: place.path,
    message: `the proxy stops ${drain.seconds}s after the pod starts to terminate, but the application keeps running for ${seconds}s${unless}`,
    repair: `set terminationDrainDuration: ${seconds}s in the annotation proxy.istio.io/config, or run the proxy as a native sidecar`,
  };
}

interface Span {
  readonly seconds: number;
  readonly place: Field;
}

function* tooShortGrace({ spec }: RunningPod, sleep: Span | undefined, drain: Span | undefined): Judgement {
  const grace = spec.at('terminationGracePeriodSeconds');
  const given = grace.number ?? GRACE;
  const [longest] = [sleep, drain].filter(span => span !== undefined).sort((one, other) => other.seconds - one.seconds);
  const isShort = longest !== undefined && (longest === sleep ? given <= longest.seconds : given < longest.seconds);
  if (isShort) {
    yield {
      rule: shutdownTime,
      path: (grace.isSet ? grace : longest.place).path,
      message: longest === sleep
        ? `the pod is killed after ${given}s, before its preStop hook of ${longest.seconds}s ends and the application receives SIGTERM`
        : `the pod is killed after ${given}s, before its proxy has drained for ${longest.seconds}s`,
      repair: `set terminationGracePeriodSeconds above ${longest.seconds}`,
    };
  }
}

/** The longest time for which a container of the application does nothing before it is told to end. */
function longestSleep(pods: RunningPod): Span | undefined {
  const spans = applicationContainers(pods).flatMap(container => sleepOf(container.at('lifecycle', 'preStop')));
  return spans.sort((one, other) => other.seconds - one.seconds).at(0);
}

function sleepOf(hook: Field): Span[] {
  const seconds = hook.at('sleep', 'seconds');
  if (seconds.number !== undefined) {
    return [{ seconds: seconds.number, place: seconds }];
  }
  const command = hook.at('exec', 'command');
  const [, number] = /(?:^|[\s;&])(?:\/bin\/)?sleep (\d+)s?(?:$|[\s;&])/.exec(command.texts.join(' ')) ?? [];
  return number === undefined ? [] : [{ seconds: Number(number), place: command }];
}

interface Drain {
  readonly seconds: number;
  /** What the pods say themselves. */
  readonly own?: Span;
}

/** How long the proxy of pods drains; undefined where none is known, or where it waits for the containers or for their connections. */
function proxyDrain(set: ObjectSet, workload: Workload): Drain | undefined {
  const pods = podsOf(workload);
  if (hasSidecar(set, pods) !== true || isNative(pods)) {
    return undefined;
  }
  const configs = [proxyConfigIn(workload.resource), meshConfig(set).at('defaultConfig')];
  if (configs.map(config => config?.at('proxyMetadata', 'EXIT_ON_ZERO_ACTIVE_CONNECTIONS').text).find(text => text !== undefined) === 'true') {
    return undefined;
  }
  const [own, ofMesh] = configs.map(spanOf);
  return { seconds: [own, ofMesh].find(span => span !== undefined)?.seconds ?? DRAIN, own };
}

function spanOf(config: Field | undefined): Span | undefined {
  const place = config?.at('terminationDrainDuration');
  const seconds = milliseconds(place?.text) / 1000;
  return place !== undefined && seconds > 0 ? { seconds, place } : undefined;
}

/** Since 1.27 istiod makes native sidecars of all proxies whose nodes have them, unless it or the pod is told otherwise. */
function mayBeNative({ annotations }: RunningPod, release: string): boolean {
  return isBefore('1.26', release) && annotations[NATIVE] !== 'false';
}

const NATIVE = 'sidecar.istio.io/nativeSidecar';

function isNative({ annotations, spec }: RunningPod): boolean {
  const proxy = spec.at('initContainers').items().find(container => container.at('name').text === PROXY_CONTAINER);
  return annotations[NATIVE] === 'true' || proxy?.at('restartPolicy').text === 'Always';
}
