import { load } from 'js-yaml';
import { titleOf } from '../../../../lib/synth/private/prerequisites/needed-object';
import { neededBy } from '../../../../lib/synth/private/prerequisites/needed-objects';
import { kube } from '../../../support/kube';

/** `Kind namespace/name [keys] (type)` for each. */
function needs(text: string): string[] {
  return neededBy(load(text) as object).map(({ keys, type, ...named }) => [
    titleOf(named), ...keys.length === 0 ? [] : [`[${keys.join(' ')}]`], ...type === undefined ? [] : [`(${type})`],
  ].join(' '));
}

const pods = (spec: string): string => kube('Deployment shop/web', `{template: {spec: {${spec}}}}`);
const of = (type: string, spec: string): string => `{apiVersion: ${type.split(' ')[0]}, kind: ${type.split(' ')[1]}, metadata: {name: web, namespace: shop}, ${spec}}`;

test.each([
  ['an account', pods('serviceAccountName: web'), ['ServiceAccount shop/web']],
  ['the account that each namespace has', pods('serviceAccountName: default'), []],
  ['registries', pods('imagePullSecrets: [{name: a}, {name: b}]'), ['Secret shop/a [.dockerconfigjson] (registry)', 'Secret shop/b [.dockerconfigjson] (registry)']],
  ['a Secret as a volume', pods('volumes: [{name: v, secret: {secretName: tls, items: [{key: b, path: b}, {key: a, path: a}]}}]'), ['Secret shop/tls [a b]']],
  ['a ConfigMap as a volume', pods('volumes: [{name: v, configMap: {name: files}}]'), ['ConfigMap shop/files']],
  ['projected ones', pods('volumes: [{name: v, projected: {sources: [{secret: {name: a}}, {configMap: {name: b, items: [{key: c, path: c}]}}]}}]'), ['Secret shop/a', 'ConfigMap shop/b [c]']],
  ['a claim', pods('volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]'), ['PersistentVolumeClaim shop/data']],
  ['variables', pods('containers: [{env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}, {name: B, valueFrom: {configMapKeyRef: {name: c, key: k}}}]}]'), ['Secret shop/s [k]', 'ConfigMap shop/c [k]']],
  ['all variables of one', pods('initContainers: [{envFrom: [{secretRef: {name: s}}, {configMapRef: {name: c}}]}]'), ['Secret shop/s', 'ConfigMap shop/c']],
  ['what may be missing', pods('volumes: [{secret: {secretName: s, optional: true}}], containers: [{env: [{valueFrom: {secretKeyRef: {name: s, key: k, optional: true}}}]}]'), []],
  ['classes of pods', pods('priorityClassName: high, runtimeClassName: gvisor'), ['PriorityClass high', 'RuntimeClass gvisor']],
  ['a class that each cluster has', pods('priorityClassName: system-node-critical'), []],
  ['a class of storage', kube('PersistentVolumeClaim shop/data', '{storageClassName: fast}'), ['StorageClass fast']],
  ['a job in time', of('batch/v1 CronJob', 'spec: {jobTemplate: {spec: {template: {spec: {serviceAccountName: web}}}}}'), ['ServiceAccount shop/web']],
  ['an Ingress', of('networking.k8s.io/v1 Ingress', 'spec: {ingressClassName: nginx, tls: [{hosts: [a], secretName: a}]}'), ['IngressClass nginx', 'Secret shop/a [tls.crt tls.key] (tls)']],
  ['an account with Secrets', of('v1 ServiceAccount', 'secrets: [{name: token}], imagePullSecrets: [{name: r}]'), ['Secret shop/token', 'Secret shop/r [.dockerconfigjson] (registry)']],
  ['a binding', of('rbac.authorization.k8s.io/v1 RoleBinding', 'roleRef: {kind: Role, name: read}, subjects: [{kind: ServiceAccount, name: a, namespace: other}, {kind: Group, name: g}]'), ['Role shop/read', 'ServiceAccount other/a']],
  ['a binding of the cluster', of('rbac.authorization.k8s.io/v1 ClusterRoleBinding', 'roleRef: {kind: ClusterRole, name: metrics}'), ['ClusterRole metrics']],
  ['a role that each cluster has', of('rbac.authorization.k8s.io/v1 ClusterRoleBinding', 'roleRef: {kind: ClusterRole, name: view}'), []],
  ['what is scaled', of('autoscaling/v2 HorizontalPodAutoscaler', 'spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web-v1}}'), ['Deployment shop/web-v1']],
  ['a Gateway of Kubernetes', kube('Gateway shop/web', '{gatewayClassName: envoy, listeners: [{tls: {certificateRefs: [{name: a}, {name: b, namespace: certs}]}}]}'), ['GatewayClass envoy', 'Secret shop/a [tls.crt tls.key] (tls)', 'Secret certs/b [tls.crt tls.key] (tls)']],
  ['the Gateway of a route', kube('HTTPRoute shop/web', '{parentRefs: [{name: edge, namespace: infra}, {kind: Service, group: "", name: web}]}'), ['Gateway infra/edge']],
  ['the Gateway of a policy', kube('AuthorizationPolicy shop/web', '{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: waypoint}]}'), ['Gateway shop/waypoint']],
  ['authorities of a backend', of('gateway.networking.k8s.io/v1 BackendTLSPolicy', 'spec: {validation: {caCertificateRefs: [{kind: ConfigMap, group: "", name: ca}]}}'), ['ConfigMap shop/ca [ca.crt]']],
  ['the gateways of a VirtualService', kube('VirtualService shop/web', '{gateways: [mesh, own, infra/edge]}'), ['Gateway shop/own', 'Gateway infra/edge']],
  ['the authority of a DestinationRule', kube('DestinationRule shop/web', '{trafficPolicy: {tls: {credentialName: ca}}}'), ['Secret shop/ca [ca.crt]']],
  ['the registry of a module', of('extensions.istio.io/v1alpha1 WasmPlugin', 'spec: {imagePullSecret: r}'), ['Secret shop/r [.dockerconfigjson] (registry)']],
  ['an issuer', kube('Certificate shop/web', '{issuerRef: {name: own}}'), ['Issuer shop/own']],
  ['an issuer of the cluster', kube('Certificate shop/web', '{issuerRef: {kind: ClusterIssuer, name: all}}'), ['ClusterIssuer all']],
  ['one of others', kube('Certificate shop/web', '{issuerRef: {group: awspca.cert-manager.io, kind: AWSPCAClusterIssuer, name: pca}}'), ['AWSPCAClusterIssuer pca']],
  ['one of others, in the namespace', kube('Certificate shop/web', '{issuerRef: {group: awspca.cert-manager.io, kind: AWSPCAIssuer, name: pca}}'), ['AWSPCAIssuer shop/pca']],
  ['what Flux reads', of('kustomize.toolkit.fluxcd.io/v1 Kustomization', 'spec: {sourceRef: {kind: GitRepository, name: repo}}'), ['GitRepository shop/repo']],
  ['of another namespace', of('kustomize.toolkit.fluxcd.io/v1 Kustomization', 'spec: {sourceRef: {kind: OCIRepository, name: repo, namespace: flux}}'), ['OCIRepository flux/repo']],
  ['the pods of a Rollout', kube('Rollout shop/web', '{workloadRef: {apiVersion: apps/v1, kind: Deployment, name: web-v1}}'), ['Deployment shop/web-v1']],
  [
    'how a Rollout is judged', kube('Rollout shop/web', '{strategy: {canary: {analysis: {templates: [{templateName: rate}, {templateName: all, clusterScope: true}]}}}}'),
    ['AnalysisTemplate shop/rate', 'ClusterAnalysisTemplate all'],
  ],
  ['a project of Argo CD', of('argoproj.io/v1alpha1 Application', 'spec: {project: shop, source: {helm: {values: {secretName: a}}}}'), ['AppProject shop/shop']],
  ['of a set', of('argoproj.io/v1alpha1 ApplicationSet', 'spec: {template: {spec: {project: shop}}}'), ['AppProject shop/shop']],
  ['the project that is there', of('argoproj.io/v1alpha1 Application', 'spec: {project: default}'), []],
  ['what a monitor asks with', kube('ServiceMonitor shop/web', '{endpoints: [{basicAuth: {username: {name: s, key: u}}, tlsConfig: {ca: {configMap: {name: c, key: k}}}}]}'), ['Secret shop/s [u]', 'ConfigMap shop/c [k]']],
  ['a release of Flagger', kube('Canary shop/web', '{targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, analysis: {metrics: [{templateRef: {name: m, namespace: f}}], alerts: [{providerRef: {name: a}}]}}'), ['Deployment shop/web', 'MetricTemplate f/m', 'AlertProvider shop/a']],
  ['any kind with the usual names', of('example.com/v1 Thing', 'spec: {authSecretRef: {name: s, key: k, namespace: n}}'), ['Secret n/s [k]']],
  ['what only looks like it', of('v1 ConfigMap', 'data: {secretName: s}'), []],
  ['an application, which describes others', of('argoproj.io/v1alpha1 Application', 'spec: {source: {helm: {valuesObject: {secretName: s}}}}'), []],
  ['a namespace with a waypoint', kube('Namespace shop labels: {istio.io/use-waypoint: waypoint}'), ['Gateway shop/waypoint']],
  ['a waypoint elsewhere', kube('Service shop/web labels: {istio.io/use-waypoint: all, istio.io/use-waypoint-namespace: infra}'), ['Gateway infra/all']],
  ['fields and a kind called as what every object of JavaScript has', of('constructor/v1 toString', 'spec: {constructor: {name: s}, valueOf: {key: k}}'), []],
  ['no waypoint', kube('Namespace shop labels: {istio.io/use-waypoint: none}'), []],
])('%s', (_, object, expected) => {
  expect(needs(object)).toEqual(expected);
});
