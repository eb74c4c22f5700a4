import { isObject } from '../../is-object';
import type { Field } from '../../mesh/field';
import { ISTIO_NAMESPACE } from '../../mesh/installed-gateway';
import { LINKERD_INJECT } from '../../mesh/linkerd-injection';
import { DATAPLANE_MODE, INJECT, INJECTION_LABEL, MEMBERSHIP_LABELS, PROXY_CONTAINER, REVISION_LABEL } from '../../mesh/mesh-membership';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { readDocument } from '../../model/read-document';
import { defineCheck, Judgement, Problem } from '../check';
import { labelOfAnnotation } from '../label-of-annotation';
import { istioRule } from './istio-rules';

const rules = {
  notInjected: { ...istioRule('IST0102', 'info', ['namespace-not-injected', 'A namespace does not declare whether its pods are in the mesh.']), twins: ['IST0108'] },
  labels: istioRule('IST0123', 'warning', ['injection-labels', 'A namespace has two conflicting labels for how its pods join the mesh.']),
  byDefault: istioRule('IST0148', 'info', ['injected-by-default', 'A namespace has no injection label, and is injected by default.']),
};
const missingProxy = istioRule('IST0103', 'warning', ['pod-without-proxy', 'A pod of a namespace with injection has no proxy.']);

/** What namespaces say of injection. */
export const namespaceInjectionCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'injection.Analyzer',
  kinds: ['Namespace'],
  reads: ['ConfigMap'],
  * judge(namespace, { set }) {
    const { name, labels } = namespace;
    if (name === ISTIO_NAMESPACE) {
      return;
    }
    yield* judgeLabels(namespace);
    // Of a mode that there is not MESH085 speaks.
    if ((labels[INJECTION_LABEL] ?? '') !== '' || labels[REVISION_LABEL] !== undefined || !['', 'none'].includes(labels[DATAPLANE_MODE] ?? '')) {
      return;
    }
    const unheard = MEMBERSHIP_LABELS.map(key => namespace.root.at('metadata', 'annotations', key)).find(annotation => annotation.isSet);
    if (unheard !== undefined) {
      yield annotationProblem(namespace, unheard);
      return;
    }
    yield* isInjectedByDefault(set)
      ? [{ rule: rules.byDefault, path: ['metadata', 'name'], message: 'the injector injects namespaces that have no injection label', repair: BY_DEFAULT }]
      : notInjected(namespace);
  },
});

/** Of a namespace whose pods Linkerd takes, or does not, nobody asks what Istio does with them. */
function notInjected({ name, annotations }: Resource): Problem[] {
  return annotations[LINKERD_INJECT] !== undefined ? [] : [{
    rule: rules.notInjected,
    path: ['metadata', 'name'],
    message: `namespace ${name} has no injection label, so its pods are not in the mesh`,
    repair: `run \`kubectl label namespace ${name} istio-injection=enabled\`, or write \`istio-injection: disabled\` if that is what you meant`,
  }];
}

function annotationProblem({ name, root }: Resource, { key, path }: Field): Problem {
  return {
    rule: rules.notInjected,
    severity: 'warning',
    path,
    message: `${key} is read only as a label, so this annotation of namespace ${name} has no effect`,
    repair: 'write it under labels instead of annotations',
    fix: labelOfAnnotation(root.at('metadata'), String(key)),
  };
}

const BY_DEFAULT = 'write `istio-injection: enabled`, or `disabled` if that is what you meant';

/** Pods of a cluster that should have a proxy by their namespace, and have none. One that is still to be made gets it then. */
export const podInjectionCheck = defineCheck({
  rules: [missingProxy],
  analyzer: 'injection.Analyzer',
  kinds: ['Pod'],
  reads: ['Namespace'],
  * judge(pod, { set }) {
    const { spec, labels, annotations, namespace } = pod;
    const asked = labels[INJECT] ?? annotations[INJECT] ?? '';
    if (!isMade(pod) || !isSidecarNamespace(set, namespace) || asked.toLowerCase() === 'false' || spec.at('hostNetwork').value === true) {
      return;
    }
    const proxy = [...spec.at('containers').items(), ...spec.at('initContainers').items()].find(one => one.at('name').text === PROXY_CONTAINER);
    if (proxy?.at('image').isFilled !== true) {
      yield {
        rule: missingProxy,
        path: ['metadata', 'name'],
        message: `the pod has no proxy, although namespace ${namespace} enables injection: it is older than the label, or the injector was down`,
        repair: 'restart the workload: `kubectl rollout restart`',
      };
    }
  },
});

/** Whether a cluster has it: who writes an object has none of this to say. */
function isMade({ root }: Resource): boolean {
  return root.at('status').isFilled || ['uid', 'creationTimestamp'].some(key => root.at('metadata', key).isFilled);
}

function isSidecarNamespace(set: ObjectSet, name: string): boolean {
  const { labels = {} } = set.find('Namespace', '', name) ?? {};
  return name !== ISTIO_NAMESPACE && labels[INJECTION_LABEL] === 'enabled' && labels[DATAPLANE_MODE] !== 'ambient';
}

function* judgeLabels({ labels, root }: Resource): Judgement {
  const keys = [INJECTION_LABEL, ...(labels[INJECTION_LABEL] ?? 'enabled') === 'enabled' ? [REVISION_LABEL, DATAPLANE_MODE] : []];
  const found = keys.filter(key => labels[key] !== undefined);
  if (found.length > 1) {
    yield {
      rule: rules.labels,
      path: root.at('metadata', 'labels', found[1]).path,
      message: `the labels ${found.map(key => `${key}=${labels[key]}`).join(' and ')} are both set, and one of them is ignored`,
      repair: 'keep one of them',
    };
  }
}

/** Whether the injector of some installation injects namespaces that do not say otherwise. */
const isInjectedByDefault = perSet(set => set.of('ConfigMap').filter(({ name }) => name === 'istio-sidecar-injector').some(isOn));

function isOn({ root }: Resource): boolean {
  const values = valuesOf(root.at('data', 'values'));
  return values?.at('sidecarInjectorWebhook', 'enableNamespacesByDefault').value === true;
}

/** The values that an injector was installed with, which it keeps as JSON. */
export function valuesOf(place: Field): Field | undefined {
  const { value } = place.text === undefined ? {} : readDocument(place.text);
  return isObject(value) ? place.holding(value) : undefined;
}
