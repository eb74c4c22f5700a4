import type { Field } from '../../mesh/field';
import { DATAPLANE_MODE, isToBeInjected, INJECT, INJECTION_LABEL, PROXY_CONTAINER, REVISION_LABEL } from '../../mesh/mesh-membership';
import type { ObjectSet } from '../../mesh/object-set';
import { runsInSet } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { podsOf } from '../../mesh/workload-containers';
import { WORKLOAD_KINDS, workloadOf } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const unheardInjection = meshRule('MESH085', 'warning', ['unheard-injection', 'Proxy injection is requested in a way that the injector does not recognize.']);

/** Namespaces and pods with another word for injection, or for ambient mode, than the two that there are, and pods that are never injected. */
export const unheardInjectionCheck = defineCheck({
  rules: [unheardInjection],
  kinds: ['Namespace', ...WORKLOAD_KINDS],
  fields: [INJECTION_LABEL, DATAPLANE_MODE, 'hostNetwork'],
  judge: (resource, { set }) => (resource.kind === 'Namespace' ? judgeNamespace(resource) : judgeWorkload(set, resource)),
});

function* judgeNamespace(namespace: Resource): Judgement {
  const { labels, name, root } = namespace;
  yield* judgeMode(root.at('metadata', 'labels'), `the pods of namespace ${name}`);
  const value = labels[INJECTION_LABEL] ?? '';
  if (!['', 'enabled', 'disabled'].includes(value) && labels[DATAPLANE_MODE] !== 'ambient') {
    const beside = (labels[REVISION_LABEL] ?? '') === '' ? '' : ` and also ignores ${REVISION_LABEL} next to it`;
    yield {
      rule: unheardInjection,
      path: root.at('metadata', 'labels', INJECTION_LABEL).path,
      message: `the injector does not recognize ${INJECTION_LABEL}=${value}${beside}: no pod in namespace ${name} gets a proxy, not even one that requests it`,
      repair: 'write enabled, or disabled if that is the intent',
    };
  }
}

/** Only `ambient` is heard; an empty text is as none. */
function* judgeMode(labels: Field, pods: string): Judgement {
  const { text: value = '', path } = labels.at(DATAPLANE_MODE);
  if (!['', 'ambient', 'none'].includes(value)) {
    yield {
      rule: unheardInjection,
      path,
      message: `invalid value ${DATAPLANE_MODE}=${value}: ${pods} are not put in ambient mode`,
      repair: 'write ambient, or none if that is the intent',
    };
  }
}

/** Rules for the network of a pod would be those of its node. */
function* judgeWorkload(set: ObjectSet, resource: Resource): Judgement {
  const pod = podsOf(workloadOf(resource));
  if (runsInSet(set, resource)) {
    yield* judgeMode(workloadOf(resource).pod.at('metadata', 'labels'), 'the pods');
  }
  const hostNetwork = pod.spec.at('hostNetwork');
  if (hostNetwork.value === true && runsInSet(set, resource) && !hasOwnProxy(pod.spec) && isToBeInjected(set, pod) === true) {
    const isAsked = (pod.labels[INJECT] ?? pod.annotations[INJECT]) === 'true';
    yield {
      rule: unheardInjection,
      path: hostNetwork.path,
      message: `pods with hostNetwork get no proxy, although ${isAsked ? 'they request' : `namespace ${resource.namespace} requests`} one`,
      repair: `remove hostNetwork, or opt out with the label ${INJECT}: "false" on the pods`,
      severity: isAsked ? 'warning' : 'info',
    };
  }
}

function hasOwnProxy(spec: Field): boolean {
  return [...spec.at('containers').items(), ...spec.at('initContainers').items()].some(container => container.at('name').text === PROXY_CONTAINER);
}
