import { createNamespace } from './create-command';

/** Who brings the definitions of kinds, and what does something with their objects. */
export interface Project {
  readonly name: string;
  readonly home: string;
  /** The groups of its kinds; of a group that several share, `group/Kind`. */
  readonly kinds: readonly string[];
  /** The release that first has an API version, `group/version` or `group/version/Kind`, where its project says so. */
  readonly since?: Readonly<Record<string, string>>;
  /** Installs the definitions alone; absent where they come along with the controller. */
  readonly definitions?: readonly string[];
  /** Installs what does something with objects, and waits until it does; absent where others do. */
  readonly controller?: readonly string[];
  /** Kinds of other projects, `group/version Kind`, without which the controller cannot be installed. */
  readonly needs?: readonly string[];
  /** Which commands of an installation that is said otherwise install the definitions. */
  readonly definitionPart?: RegExp;
}

const ISTIO_REPOSITORY = 'helm repo add istio https://istio-release.storage.googleapis.com/charts && helm repo update istio';
const GATEWAY_API = 'https://github.com/kubernetes-sigs/gateway-api/releases/latest/download';

export const ISTIO = 'Istio';

function waitFor(namespace: string): string {
  return `kubectl wait deployment --all --for=condition=Available --timeout=300s -n ${namespace}`;
}

/** The kinds that are not in the standard channel of the Gateway API. */
const EXPERIMENTAL: readonly string[] = ['TCPRoute', 'UDPRoute'];

/** The projects that are known here, in the order in which to install them: some need others. */
export const PROJECTS: readonly Project[] = [
  {
    name: 'Gateway API',
    home: 'https://gateway-api.sigs.k8s.io',
    kinds: ['gateway.networking.k8s.io'],
    since: {
      'gateway.networking.k8s.io/v1': '1.0', 'gateway.networking.k8s.io/v1/GRPCRoute': '1.1', 'gateway.networking.k8s.io/v1/BackendTLSPolicy': '1.4',
      ...Object.fromEntries(['ReferenceGrant', 'TCPRoute', 'TLSRoute', 'UDPRoute'].map(kind => [`gateway.networking.k8s.io/v1/${kind}`, ''])),
    },
    definitions: [`kubectl apply --server-side -f ${GATEWAY_API}/standard-install.yaml`],
  },
  {
    name: 'cert-manager',
    home: 'https://cert-manager.io/docs/installation',
    kinds: ['cert-manager.io', 'acme.cert-manager.io'],
    since: { 'cert-manager.io/v1': '1.0' },
    controller: [
      'kubectl apply -f https://github.com/cert-manager/cert-manager/releases/latest/download/cert-manager.yaml',
      waitFor('cert-manager'),
    ],
  },
  {
    name: 'Prometheus Operator',
    home: 'https://prometheus-operator.dev',
    kinds: ['monitoring.coreos.com'],
    definitions: ['kubectl apply --server-side -f https://github.com/prometheus-operator/prometheus-operator/releases/latest/download/stripped-down-crds.yaml'],
    controller: [
      '# into the namespace default; kube-prometheus-stack of Helm brings it with servers',
      'kubectl apply --server-side -f https://github.com/prometheus-operator/prometheus-operator/releases/latest/download/bundle.yaml',
      'kubectl rollout status deployment/prometheus-operator --timeout=300s -n default',
    ],
  },
  {
    name: ISTIO,
    home: 'https://istio.io/latest/docs/setup',
    kinds: ['extensions.istio.io', 'networking.istio.io', 'security.istio.io', 'telemetry.istio.io'],
    since: {
      'networking.istio.io/v1': '1.22', 'security.istio.io/v1': '1.22', 'telemetry.istio.io/v1': '1.22', 'extensions.istio.io/v1alpha1/TrafficExtension': '1.30',
    },
    definitionPart: /^helm repo add | istio\/base /,
    definitions: [ISTIO_REPOSITORY, 'helm upgrade --install istio-base istio/base -n istio-system --create-namespace'],
    controller: [ISTIO_REPOSITORY, 'helm upgrade --install istiod istio/istiod -n istio-system --create-namespace --wait'],
  },
  {
    name: 'Linkerd',
    home: 'https://linkerd.io/2/getting-started',
    kinds: ['linkerd.io', 'policy.linkerd.io', 'workload.linkerd.io'],
    needs: ['gateway.networking.k8s.io/v1 GRPCRoute', 'gateway.networking.k8s.io/v1 HTTPRoute'],
    definitionPart: / --crds /,
    definitions: ['linkerd install --crds | kubectl apply -f -'],
    controller: ['linkerd install | kubectl apply -f -', 'linkerd check'],
  },
  {
    name: 'Linkerd SMI',
    home: 'https://linkerd.io/2/tasks/linkerd-smi',
    kinds: ['access.smi-spec.io', 'specs.smi-spec.io', 'split.smi-spec.io'],
    controller: [
      'helm repo add linkerd-smi https://linkerd.github.io/linkerd-smi && helm repo update linkerd-smi',
      'helm upgrade --install linkerd-smi linkerd-smi/linkerd-smi -n linkerd-smi --create-namespace --wait',
    ],
  },
  {
    name: 'Kiali Operator',
    home: 'https://kiali.io/docs/installation',
    kinds: ['kiali.io'],
    controller: [
      'helm repo add kiali https://kiali.org/helm-charts && helm repo update kiali',
      'helm upgrade --install kiali-operator kiali/kiali-operator -n kiali-operator --create-namespace --wait',
    ],
  },
  {
    name: 'Flagger',
    home: 'https://docs.flagger.app/install/flagger-install-on-kubernetes',
    kinds: ['flagger.app'],
    definitions: ['kubectl apply -f https://raw.githubusercontent.com/fluxcd/flagger/main/artifacts/flagger/crd.yaml'],
    controller: [
      'helm repo add flagger https://flagger.app && helm repo update flagger',
      '# say your mesh, and the address of your Prometheus',
      'helm upgrade --install flagger flagger/flagger -n istio-system --set crd.create=false --set meshProvider=istio --set metricsServer="$PROMETHEUS" --wait',
    ],
  },
  {
    name: 'Argo Rollouts',
    home: 'https://argo-rollouts.readthedocs.io/en/stable/installation',
    kinds: ['AnalysisRun', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'Experiment', 'Rollout'].map(kind => `argoproj.io/${kind}`),
    controller: [
      createNamespace('argo-rollouts'),
      'kubectl apply -n argo-rollouts --server-side -f https://github.com/argoproj/argo-rollouts/releases/latest/download/install.yaml',
      waitFor('argo-rollouts'),
    ],
  },
  {
    name: 'Argo CD',
    home: 'https://argo-cd.readthedocs.io/en/stable/getting_started',
    kinds: ['AppProject', 'Application', 'ApplicationSet'].map(kind => `argoproj.io/${kind}`),
    controller: [
      createNamespace('argocd'),
      'kubectl apply -n argocd --server-side -f https://raw.githubusercontent.com/argoproj/argo-cd/stable/manifests/install.yaml',
      waitFor('argocd'),
    ],
  },
  {
    name: 'Flux',
    home: 'https://fluxcd.io/flux/installation',
    kinds: [
      'helm.toolkit.fluxcd.io', 'image.toolkit.fluxcd.io', 'kustomize.toolkit.fluxcd.io', 'notification.toolkit.fluxcd.io', 'source.toolkit.fluxcd.io',
    ],
    since: { 'kustomize.toolkit.fluxcd.io/v1': '2.0', 'source.toolkit.fluxcd.io/v1': '2.0', 'source.toolkit.fluxcd.io/v1/OCIRepository': '2.6' },
    controller: ['flux install'],
  },
  {
    name: 'External Secrets Operator',
    home: 'https://external-secrets.io/latest/introduction/getting-started',
    kinds: ['external-secrets.io'],
    controller: [
      'helm repo add external-secrets https://charts.external-secrets.io && helm repo update external-secrets',
      'helm upgrade --install external-secrets external-secrets/external-secrets -n external-secrets --create-namespace --wait',
    ],
  },
  {
    name: 'Sealed Secrets',
    home: 'https://github.com/bitnami-labs/sealed-secrets',
    kinds: ['bitnami.com'],
    controller: [
      'helm repo add sealed-secrets https://bitnami-labs.github.io/sealed-secrets && helm repo update sealed-secrets',
      'helm upgrade --install sealed-secrets sealed-secrets/sealed-secrets -n kube-system --set-string fullnameOverride=sealed-secrets-controller --wait',
    ],
  },
  {
    name: 'Metrics Server',
    home: 'https://github.com/kubernetes-sigs/metrics-server',
    kinds: ['autoscaling/HorizontalPodAutoscaler'],
    // Nobody waits for it: nothing that is applied needs it, and where nodes have certificates of their own it is never ready.
    controller: ['kubectl apply -f https://github.com/kubernetes-sigs/metrics-server/releases/latest/download/components.yaml'],
  },
];

/** The project of a kind, if it is known here. */
export function projectOf(group: string, kind: string): Project | undefined {
  return PROJECTS.find(({ kinds }) => kinds.includes(group) || kinds.includes(`${group}/${kind}`));
}

/** The release that first has a kind in an API version, where that is known. */
export function sinceOf({ since = {} }: Project, apiVersion: string, kind: string): string | undefined {
  return (since[`${apiVersion}/${kind}`] ?? since[apiVersion]) || undefined;
}

/** How a project is installed for an environment that says more of it than everybody knows. */
export interface Installation {
  /** In Markdown, with all ways. */
  readonly text: string;
  /** One way. */
  readonly commands: readonly string[];
}

/** How the definitions of these kinds are installed, without what acts on them where that is possible. */
export function definitionCommands(project: Project, kinds: readonly string[], installation?: Installation): readonly string[] {
  const { definitions, definitionPart, controller = [] } = project;
  const said = definitionPart === undefined ? [] : installation?.commands.filter(command => definitionPart.test(command)) ?? [];
  return said.length > 0 ? said : (definitions ?? controller).map(command => (
    kinds.some(kind => EXPERIMENTAL.includes(kind)) ? command.replace('/standard-install.yaml', '/experimental-install.yaml') : command
  ));
}

/** How what acts on objects is installed, with its definitions unless they are listed themselves. */
export function controllerCommands(project: Project, areDefined: boolean, installation?: Installation): readonly string[] {
  const { controller = [], definitions = [] } = project;
  return installation?.commands ?? [...new Set([...areDefined ? [] : definitions, ...controller])];
}
