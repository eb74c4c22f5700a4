import { groupBy } from '../../group-by';
import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { meshConfig, rootNamespace } from '../../mesh/mesh-config';
import { INJECTION_LABEL, PROXY_CONTAINER, REVISION_LABEL } from '../../mesh/mesh-membership';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { selects } from '../../mesh/selectors';
import { readDocument } from '../../model/read-document';
import { defineCheck } from '../check';
import { valuesOf } from './injection';
import { istioRule } from './istio-rules';

const proxyImage = istioRule('IST0158', 'warning', ['proxy-image', 'Pods run a different proxy image than the injector uses now.']);

/** Pods that have been injected before Istio was upgraded, and still run the old proxy. */
export const proxyImageCheck = defineCheck({
  rules: [proxyImage],
  analyzer: 'injection.ImageAnalyzer',
  kinds: ['Namespace'],
  reads: ['Pod', 'ConfigMap', 'networking.istio.io/ProxyConfig'],
  * judge({ name, labels }, { set }) {
    const revision = labels[REVISION_LABEL] ?? (labels[INJECTION_LABEL] === 'enabled' ? 'default' : undefined);
    const expected = revision === undefined ? undefined : images(set).get(revision === 'default' || revision === '' ? INJECTOR : `${INJECTOR}-${revision}`);
    if (expected === undefined) {
      return;
    }
    const others = (podsIn(set).get(name) ?? []).filter(pod => hasOtherImage(set, pod, expected)).map(pod => pod.name).sort();
    if (others.length > 0) {
      yield {
        rule: proxyImage,
        path: ['metadata', 'name'],
        message: `the injector uses the proxy image ${expected}, but ${listed(others)} run another one`,
        repair: 'restart the workloads: `kubectl rollout restart`',
      };
    }
  },
});

const INJECTOR = 'istio-sidecar-injector';

const podsIn = perSet(set => groupBy(set.of('Pod'), ({ namespace }) => namespace));

/** The image that each injector gives. */
const images = perSet(set => new Map(set.of('ConfigMap').filter(({ name }) => name.startsWith(INJECTOR)).map(({ name, root }) => {
  const settings = valuesOf(root.at('data', 'values'))?.at('global');
  const [hub, tag, image] = [['hub'], ['tag'], ['proxy', 'image']].map(path => settings?.at(...path).text ?? '');
  return [name, image.includes('/') ? image : `${hub}/${image}:${tag}`];
})));

function hasOtherImage(set: ObjectSet, pod: Resource, expected: string): boolean {
  if ((pod.annotations['sidecar.istio.io/proxyImage'] ?? '') !== '') {
    return false;
  }
  const type = imageType(set, pod);
  const wanted = type === '' || type === 'default' ? [expected] : [expected, `${expected}-${type}`];
  return [...pod.spec.at('containers').items(), ...pod.spec.at('initContainers').items()]
    .some(container => container.at('name').text === PROXY_CONTAINER && !wanted.includes(container.at('image').text ?? ''));
}

/** The variant of the image that a pod asks for; who is nearer to the pod decides. */
function imageType(set: ObjectSet, { namespace, labels, annotations }: Resource): string {
  const own = proxyConfigs(set).get(namespace) ?? [];
  const annotated: unknown = readDocument(annotations['proxy.istio.io/config'] ?? '').value;
  const nearestFirst = [
    meshConfig(set).holding(annotated).at('image'),
    ...own.filter(({ spec }) => isSelecting(spec) && selects(spec.at('selector', 'matchLabels').textMap, labels)).map(imageOf),
    ...own.filter(({ spec }) => !isSelecting(spec)).map(imageOf),
    ...(proxyConfigs(set).get(rootNamespace(set)) ?? []).filter(({ spec }) => !isSelecting(spec)).map(imageOf),
    meshConfig(set).at('defaultConfig', 'image'),
  ];
  return nearestFirst.map(image => image.at('imageType').text).find(type => type !== undefined) ?? '';
}

const proxyConfigs = perSet(set => groupBy(set.of('networking.istio.io/ProxyConfig'), ({ namespace }) => namespace));

function isSelecting(spec: Field): boolean {
  return spec.at('selector').isSet;
}

function imageOf({ spec }: Resource): Field {
  return spec.at('image');
}
