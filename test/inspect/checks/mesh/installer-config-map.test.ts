import { installerConfigMapCheck } from '../../../../lib/inspect/checks/mesh/installer-config-map';
import { ruleCases } from '../../../support/rule-cases';

const configMap = (place: string, metadata = ''): string => (
  `{apiVersion: v1, kind: ConfigMap, metadata: {namespace: ${place.split('/')[0]}, name: ${place.split('/')[1]}${metadata}}, data: {mesh: "accessLogFile: /dev/stdout"}}`
);
const replaces = 'error metadata.name: this replaces the whole mesh config that Istio was installed with, and the next upgrade reverts it';
const injector = "error metadata.name: this replaces Istio's templates for injection, which its installer generates, and pods are no longer injected";

ruleCases(installerConfigMapCheck, [
  ['the mesh config', configMap('istio-system/istio'), [replaces]],
  ['the mesh config of a revision', configMap('istio-system/istio-canary'), [replaces]],
  ['the templates of injection, in any namespace', configMap('shop/istio-sidecar-injector'), [injector]],
  ["Linkerd's memory", configMap('linkerd/linkerd-config'), [
    'error metadata.name: this replaces the installation record of Linkerd, and breaks its upgrades and checks',
  ]],
  ['what Kiali does not read', configMap('istio-system/kiali-config'), [
    'error metadata.name: nothing reads this: Kiali reads the ConfigMap kiali, which its installer writes',
  ]],
], [
  ['the mesh config that Helm wrote', configMap('istio-system/istio', ', labels: {app.kubernetes.io/managed-by: Helm}')],
  ['the mesh config that an operator wrote', configMap('istio-system/istio', ', labels: {install.operator.istio.io/owning-resource: mesh}')],
  ['a ConfigMap that Linkerd wrote', configMap('linkerd/linkerd-config', ', annotations: {linkerd.io/created-by: linkerd/helm}')],
  ['an application that is called so', configMap('shop/istio')],
  ['a namesake in another namespace', configMap('shop/linkerd-config')],
  ['the certificate that Istio puts into namespaces', '{apiVersion: v1, kind: ConfigMap, metadata: {namespace: istio-system, name: istio-ca-root-cert}, data: {root-cert.pem: x}}'],
]);
