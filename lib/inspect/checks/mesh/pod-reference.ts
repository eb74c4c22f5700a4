import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { hasSidecar } from '../../mesh/mesh-membership';
import { namesIn } from '../../mesh/names-of-kind';
import type { ObjectSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { mayHaveOtherObjects } from '../../mesh/pod-makers';
import type { RunningPod } from '../../mesh/pods';
import { podsOf } from '../../mesh/workload-containers';
import { Workload, WORKLOAD_KINDS, workloadOf, workloadsIn } from '../../mesh/workloads';
import { nameMeant, nameMistyped } from '../../nearest';
import { CheckContext, defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const podReference = meshRule('MESH124', 'error', ['pod-reference', 'A probe uses a port name that its container does not have, or a pod uses a ServiceAccount that does not exist.']);

const SERVICE_ACCOUNT = 'ServiceAccount';

/** Names in pods for which the API server does not look, so that they are not created or never ready. What another object makes is judged there. */
export const podReferenceCheck = defineCheck({
  rules: [podReference],
  kinds: WORKLOAD_KINDS,
  reads: [SERVICE_ACCOUNT, 'Namespace'],
  fields: ['httpGet', 'tcpSocket', 'serviceAccountName'],
  * judge(resource, context) {
    if (!resource.root.at('metadata', 'ownerReferences').isFilled) {
      const workload = workloadOf(resource);
      const containers = ['initContainers', 'containers'].flatMap(key => workload.pod.at('spec', key).items());
      yield* containers.flatMap(container => probeProblems(context.set, podsOf(workload), container));
      yield* accountProblems(context, workload);
    }
  },
});

/** Where a container says at which of its ports the kubelet asks. */
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];

function probeProblems(set: ObjectSet, pod: RunningPod, container: Field): Problem[] {
  const ports = PROBES.flatMap(probe => ['httpGet', 'tcpSocket'].map(way => ({ probe, place: container.at(probe, way, 'port') })));
  const named = ports.filter(({ place: { text = '' } }) => /[a-z]/i.test(text));
  const names = named.length === 0 ? [] : container.at('ports').items().map(port => port.at('name').text ?? '').filter(name => name !== '');
  return named.filter(({ place }) => !names.includes(place.text!)).map(({ probe, place: { text, path } }) => {
    const near = nameMeant(text!, names);
    const { severity, effect } = probe === 'livenessProbe' ? livenessEffect(set, pod) : NEVER_READY;
    return {
      rule: podReference,
      path,
      message: `the container has no port named ${text}${names.length === 0 ? '' : `; it has ${listed(names, 10)}`}: ${effect}`,
      repair: near === undefined ? 'name a port of the container, or write its number' : `did you mean "${near}"?`,
      severity,
    };
  });
}

type Effect = Readonly<Pick<Problem, 'severity'> & { effect: string }>;

/** The kubelet finds no port and forgets that it has tried: what begins as a failure stays one, and liveness begins as a success. */
const NEVER_READY: Effect = { severity: 'error', effect: 'the probe never succeeds' };
const NEVER_RESTARTED: Effect = { severity: 'warning', effect: 'the probe is never carried out, so a container that hangs is not restarted' };
const ALWAYS_RESTARTED: Effect = { severity: 'error', effect: 'the probe always fails, and the container is restarted again and again' };

/** With a sidecar the kubelet asks the agent of the proxy instead, which refuses probes whose port it does not know. */
function livenessEffect(set: ObjectSet, pod: RunningPod): Effect {
  return hasSidecar(set, pod) === true && pod.annotations[REWRITE] !== 'false' ? ALWAYS_RESTARTED : NEVER_RESTARTED;
}

const REWRITE = 'sidecar.istio.io/rewriteAppHTTPProbers';

function accountProblems({ set, schemas }: CheckContext, { namespace, pod, serviceAccount }: Workload): Problem[] {
  const place = pod.at('spec', 'serviceAccountName');
  if (!place.isFilled || serviceAccount === 'default' || set.knows(SERVICE_ACCOUNT, namespace, serviceAccount)) {
    return [];
  }
  const near = nameMistyped(serviceAccount, idleAccounts(set, namespace));
  const isAbsent = set.settings.complete && !mayHaveOtherObjects(set, schemas, namespace);
  return near === undefined && !isAbsent ? [] : [{
    rule: podReference,
    path: place.path,
    message: `ServiceAccount ${namespace}/${serviceAccount} is not in the input; without it, no pod is created`,
    repair: near === undefined ? 'correct the name, or add the ServiceAccount' : `did you mean "${near}"?`,
    severity: isAbsent ? 'error' : 'warning',
  }];
}

/** The accounts of a namespace that no workload uses: one that is used has its own, and another name is no slip of the hand. */
function idleAccounts(set: ObjectSet, namespace: string): readonly string[] {
  return idle(set, namespace, () => {
    const used = new Set(workloadsIn(set, namespace).map(({ serviceAccount }) => serviceAccount));
    return namesIn(set, SERVICE_ACCOUNT, namespace).filter(name => !used.has(name));
  });
}

const idle = perKey<readonly string[]>();
