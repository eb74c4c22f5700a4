import { Field } from '../../mesh/field';
import { fitsSelector } from '../../mesh/label-selectors';
import { hasSidecar, PROXY_CONTAINER } from '../../mesh/mesh-membership';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { Workload, workloadOf } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const WEBHOOK_KIND = 'admissionregistration.k8s.io/MutatingWebhookConfiguration';

const rules = {
  deployment: istioRule('IST0146', 'warning', ['auto-image-not-injected', 'A Deployment leaves its proxy image to the injector, but is not injected.']),
  pod: istioRule('IST0147', 'error', ['auto-image-pod', 'A pod has no proxy image, since it was not injected.']),
};

/** Proxies whose image is `auto`: the injector puts the real one there, if it ever sees the pod. */
export const autoImageCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'injection.ImageAutoAnalyzer',
  kinds: ['Pod', 'apps/Deployment'],
  reads: ['Namespace', WEBHOOK_KIND],
  * judge(resource, { set }) {
    const workload = workloadOf(resource);
    const image = workload.pod.at('spec', 'containers').items().find(isProxy)?.at('image');
    if (image?.text !== 'auto') {
      return;
    }
    const injected = resource.kind === 'Pod' ? false : isInjected(set, workload);
    if (injected === undefined) {
      yield { undecided: rules.deployment, unknown: `Namespace ${resource.namespace}` };
    } else if (!injected) {
      yield {
        rule: resource.kind === 'Pod' ? rules.pod : rules.deployment,
        path: image.path,
        message: 'the proxy image is auto, but no injector replaces it with the real one',
        repair: 'enable injection: label the namespace, or the template with `sidecar.istio.io/inject: "true"`',
      };
    }
  },
});

function isProxy(container: Field): boolean {
  return container.at('name').text === PROXY_CONTAINER;
}

/** Whether some webhook of Istio takes the pods; where the set shows no webhook, what Istio's own would do. */
function isInjected(set: ObjectSet, { namespace, labels, annotations, resource }: Workload): boolean | undefined {
  if (set.of(WEBHOOK_KIND).length === 0) {
    return hasSidecar(set, { fullName: resource.fullName, namespace, labels, annotations, spec: Field.root(undefined), resource });
  }
  const namespaceLabels = set.find('Namespace', '', namespace)?.labels ?? {};
  return webhooksOf(set).some(webhook => fitsSelector(webhook.at('namespaceSelector'), namespaceLabels) && fitsSelector(webhook.at('objectSelector'), labels));
}

const webhooksOf = perSet(set => set.of(WEBHOOK_KIND).flatMap(hooksOf).filter(webhook => webhook.at('name').text?.endsWith('istio.io') === true));

function hooksOf({ root }: Resource): Field[] {
  return root.at('webhooks').items();
}
