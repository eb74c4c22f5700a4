import { rootNamespace } from '../../mesh/mesh-config';
import type { ObjectSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const installerConfigMap = meshRule('MESH037', 'error', ['installer-config-map', 'A hand-written ConfigMap is managed by an installer, or read by nothing.']);

/** ConfigMaps of installations, which are no objects to apply. */
export const installerConfigMapCheck = defineCheck({
  rules: [installerConfigMap],
  kinds: ['ConfigMap'],
  reads: ['install.istio.io/IstioOperator', 'HelmValues'],
  * judge(configMap, { set }) {
    const owner = OWNERS.find(({ isOne }) => isOne(configMap, set));
    if (owner !== undefined && !isExport(configMap)) {
      const { message, repair } = owner;
      yield { rule: installerConfigMap, path: ['metadata', 'name'], message, repair };
    }
  },
});

interface Owner {
  readonly isOne: (configMap: Resource, set: ObjectSet) => boolean;
  readonly message: string;
  readonly repair: string;
}

const OWNERS: readonly Owner[] = [
  {
    isOne: ({ name, namespace, root }, set) => /^istio(-|$)/.test(name) && namespace === rootNamespace(set) && root.at('data', 'mesh').isSet,
    message: 'this replaces the whole mesh config that Istio was installed with, and the next upgrade reverts it',
    repair: 'put the settings in meshConfig of the Helm values or of the IstioOperator',
  },
  {
    isOne: ({ name }) => /^istio-sidecar-injector(-|$)/.test(name),
    message: "this replaces Istio's templates for injection, which its installer generates, and pods are no longer injected",
    repair: 'put the settings in the Helm values or the IstioOperator, or in annotations of the pods',
  },
  {
    isOne: ({ name, namespace }) => name === 'linkerd-config' && namespace === 'linkerd',
    message: 'this replaces the installation record of Linkerd, and breaks its upgrades and checks',
    repair: 'put the settings in the Helm values of Linkerd',
  },
  {
    isOne: ({ name }) => name === 'kiali-config',
    message: 'nothing reads this: Kiali reads the ConfigMap kiali, which its installer writes',
    repair: 'put the settings in a Kiali object, or the Helm values of Kiali',
  },
];

/** Whether it was read from a cluster, where an installer marks what is its own. */
function isExport({ labels, annotations }: Resource): boolean {
  return labels['app.kubernetes.io/managed-by'] === 'Helm' || annotations['meta.helm.sh/release-name'] !== undefined
    || OWNER_LABELS.some(key => labels[key] !== undefined) || annotations['linkerd.io/created-by'] !== undefined;
}

const OWNER_LABELS = ['install.operator.istio.io/owning-resource', 'operator.istio.io/managed', 'operator.istio.io/component'];
