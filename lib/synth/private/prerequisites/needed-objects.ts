import { compareTexts } from '../../../mesh/private/compare-texts';
import { Manifest } from '../manifest';
import { fieldsBelow, isMapping, listOf, Mapping, ObjectField, ownIn, textAt, valueAt } from '../object-fields';
import { groupOf } from '../object-identity';
import { NeededObject } from './needed-object';

/** The object that names another one. */
interface Home {
  readonly kind: string;
  readonly group: string;
  readonly namespace: string;
  readonly root: Mapping;
}

/** What a field of some name stands for. */
type FieldRule = (field: ObjectField, home: Home) => readonly (NeededObject | undefined)[];

/**
 * The objects that one names: whatever its kind is, fields are read by their names, as nearly all APIs call them. What may be missing (`optional`) is
 * left out. The Secrets of Istio's gateways are found by `gatewaySecrets`, since their namespace is that of other pods.
 */
export function neededBy(manifest: Manifest): NeededObject[] {
  const { kind = '', metadata: { namespace = '' } = {} } = manifest;
  const [group = ''] = groupOf(manifest);
  const home = { kind, group, namespace, root: manifest as Mapping };
  if (OPAQUE.has(kind)) {
    return [projectOfArgo(home)].filter(one => one !== undefined);
  }
  const found = fieldsBelow(withoutHead(home.root)).flatMap(field => ruleOf(field, home)?.(field, home) ?? []);
  return [...found, ...ofLabels(home)].filter(one => one !== undefined);
}

/** What these hold is text of others, or describes what is not there yet. */
const OPAQUE: ReadonlySet<string> = new Set(['Application', 'ApplicationSet', 'ConfigMap', 'CustomResourceDefinition', 'Secret']);

function withoutHead({ metadata, status, ...rest }: Mapping): Mapping {
  return rest;
}

function ruleOf({ name, parent }: ObjectField, home: Home): FieldRule | undefined {
  if (parent.optional === true) {
    return undefined;
  }
  return ownIn(RULES, name) ?? ownIn(ownIn(OF_KINDS, home.kind) ?? {}, name) ?? ownIn(OF_GROUPS, home.group)
    ?? (/Secret(?:Key)?Ref$/.test(name) ? secretReference : undefined);
}

/** `{name, key, namespace}`, the usual form of a reference to a Secret. */
const secretReference: FieldRule = ({ value }, home) => [keyed('Secret', value, home)];

const configMapReference: FieldRule = ({ value }, home) => [keyed('ConfigMap', value, home)];

/** Fields that mean the same wherever they stand. */
const RULES: Readonly<Record<string, FieldRule>> = {
  caCertificateRefs: ({ value }, home) => listOf(value).map(one => needed(home, textAt(one, 'kind') ?? 'ConfigMap', textAt(one, 'name'), { keys: ['ca.crt'] })),
  certificateRefs: ({ value }, home) => listOf(value).map(one => needed(home, textAt(one, 'kind') ?? 'Secret', textAt(one, 'name'), {
    ...TLS, namespace: textAt(one, 'namespace'),
  })),
  claimName: ({ value }, home) => [needed(home, 'PersistentVolumeClaim', value)],
  configMap: configMapReference,
  configMapKeyRef: configMapReference,
  configMapRef: configMapReference,
  gatewayClassName: ({ value }) => [clusterWide('GatewayClass', GATEWAY_API, value)],
  imagePullSecret: ({ value }, home) => [needed(home, 'Secret', value, REGISTRY)],
  imagePullSecrets: ({ value }, home) => listOf(value).map(one => needed(home, 'Secret', textAt(one, 'name'), REGISTRY)),
  ingressClassName: ({ value }) => [clusterWide('IngressClass', 'networking.k8s.io', value)],
  issuerRef: ({ value }, home) => [issuerOf(value, home)],
  parentRefs: ({ value }, home) => listOf(value).map(one => gatewayOf(one, home)),
  priorityClassName: ({ value }) => [String(value).startsWith('system-') ? undefined : clusterWide('PriorityClass', 'scheduling.k8s.io', value)],
  runtimeClassName: ({ value }) => [clusterWide('RuntimeClass', 'node.k8s.io', value)],
  secret: ({ value }, home) => [keyed('Secret', value, home)],
  secretKeyRef: secretReference,
  secretName: ({ value, parent }, home) => [needed(home, 'Secret', value, home.kind === 'Ingress' ? TLS : { keys: keysOfItems(parent) })],
  secretRef: secretReference,
  serviceAccountName: ({ value }, home) => [value === 'default' ? undefined : needed(home, 'ServiceAccount', value)],
  storageClassName: ({ value }) => [clusterWide('StorageClass', 'storage.k8s.io', value)],
  targetRefs: ({ value }, home) => listOf(value).map(one => gatewayOf(one, home)),
};

/** Fields of one kind. */
const OF_KINDS: Readonly<Record<string, Readonly<Record<string, FieldRule>>>> = {
  AuthorizationPolicy: {
    targetRef: ({ value }, home) => [gatewayOf(value, home)],
  },
  Canary: {
    autoscalerRef: ({ value }, home) => [referred(value, home)],
    providerRef: ({ value }, home) => [needed(home, 'AlertProvider', textAt(value, 'name'), { group: home.group, namespace: textAt(value, 'namespace') })],
    targetRef: ({ value }, home) => [referred(value, home)],
    templateRef: ({ value }, home) => [needed(home, 'MetricTemplate', textAt(value, 'name'), { group: home.group, namespace: textAt(value, 'namespace') })],
  },
  ClusterRoleBinding: {
    roleRef: ({ value }, home) => [roleOf(value, home)],
    subjects: ({ value }, home) => listOf(value).map(one => accountOf(one, home)),
  },
  DestinationRule: {
    credentialName: ({ value }, home) => [needed(home, 'Secret', value, { keys: ['ca.crt'] })],
  },
  HorizontalPodAutoscaler: {
    scaleTargetRef: ({ value }, home) => [referred(value, home)],
  },
  HelmRelease: {
    sourceRef: ({ value }, home) => [sourceOf(value, home)],
  },
  Kustomization: {
    sourceRef: ({ value }, home) => [sourceOf(value, home)],
  },
  RoleBinding: {
    roleRef: ({ value }, home) => [roleOf(value, home)],
    subjects: ({ value }, home) => listOf(value).map(one => accountOf(one, home)),
  },
  Rollout: {
    templateName: ({ value, parent }, home) => [parent.clusterScope === true
      ? clusterWide('ClusterAnalysisTemplate', home.group, value)
      : needed(home, 'AnalysisTemplate', value, { group: home.group })],
    workloadRef: ({ value }, home) => [referred(value, home)],
  },
  ServiceAccount: {
    secrets: ({ value }, home) => listOf(value).map(one => needed(home, 'Secret', textAt(one, 'name'))),
  },
  VirtualService: {
    gateways: ({ value }, home) => listOf(value).map(one => istioGateway(String(one), home)),
  },
};

/** The operator of Prometheus has no name in common for its references, but a form that nothing else has. */
const OF_GROUPS: Readonly<Record<string, FieldRule | undefined>> = {
  'monitoring.coreos.com': ({ value }, home) => (isMapping(value) && textAt(value, 'key') !== undefined ? [keyed('Secret', value, home)] : []),
};

const GATEWAY_API = 'gateway.networking.k8s.io';
const REGISTRY = { type: 'registry', keys: ['.dockerconfigjson'] } as const;
const TLS = { type: 'tls', keys: ['tls.crt', 'tls.key'] } as const;

function needed({ namespace }: Home, kind: string, name: unknown, more: Partial<NeededObject> = {}): NeededObject | undefined {
  const { group = '', keys = [], type } = more;
  return typeof name === 'string' && name !== '' ? { kind, group, namespace: more.namespace ?? namespace, name, keys, ...type === undefined ? {} : { type } } : undefined;
}

function clusterWide(kind: string, group: string, name: unknown): NeededObject | undefined {
  return typeof name === 'string' && name !== '' ? { kind, group, name, keys: [] } : undefined;
}

function keyed(kind: string, reference: unknown, home: Home): NeededObject | undefined {
  const key = textAt(reference, 'key');
  return valueAt(reference, 'optional') === true ? undefined : needed(home, kind, textAt(reference, 'name'), {
    keys: key === undefined ? keysOfItems(reference) : [key], namespace: textAt(reference, 'namespace'),
  });
}

function keysOfItems(volume: unknown): string[] {
  return listOf(valueAt(volume, 'items')).map(item => textAt(item, 'key')).filter(key => key !== undefined).sort(compareTexts);
}

/** An object of the same namespace, by its API version, kind and name. */
function referred(reference: unknown, home: Home): NeededObject | undefined {
  const [group = ''] = groupOf({ apiVersion: textAt(reference, 'apiVersion') ?? 'apps/v1' });
  return needed(home, textAt(reference, 'kind') ?? 'Deployment', textAt(reference, 'name'), { group });
}

/** Authorities of others have kinds that say whether they are of the whole cluster, such as `AWSPCAClusterIssuer`. */
function issuerOf(reference: unknown, home: Home): NeededObject | undefined {
  const [kind, name, group] = [textAt(reference, 'kind') ?? 'Issuer', textAt(reference, 'name'), textAt(reference, 'group') ?? 'cert-manager.io'];
  return /^Cluster|Cluster\w*Issuer$/.test(kind) ? clusterWide(kind, group, name) : needed(home, kind, name, { group });
}

/** What Flux reads rendered files from. */
function sourceOf(reference: unknown, home: Home): NeededObject | undefined {
  const kind = textAt(reference, 'kind') ?? 'GitRepository';
  return needed(home, kind, textAt(reference, 'name'), { group: 'source.toolkit.fluxcd.io', namespace: textAt(reference, 'namespace') });
}

/** Argo CD makes one project itself, and applies nothing for one that is not there. */
function projectOfArgo(home: Home): NeededObject | undefined {
  const place = { Application: ['spec', 'project'], ApplicationSet: ['spec', 'template', 'spec', 'project'] }[home.kind];
  const name = place === undefined ? undefined : textAt(home.root, ...place);
  return name === undefined || name === 'default' || name.includes('{{') ? undefined : needed(home, 'AppProject', name, { group: 'argoproj.io' });
}

/** What routes and policies attach to: a Service is looked for by the checks. */
function gatewayOf(reference: unknown, home: Home): NeededObject | undefined {
  const isGateway = (textAt(reference, 'kind') ?? 'Gateway') === 'Gateway' && (textAt(reference, 'group') ?? GATEWAY_API) === GATEWAY_API;
  return isGateway ? needed(home, 'Gateway', textAt(reference, 'name'), { group: GATEWAY_API, namespace: textAt(reference, 'namespace') }) : undefined;
}

function istioGateway(reference: string, home: Home): NeededObject | undefined {
  const [name, namespace] = reference.split('/').reverse();
  return name === 'mesh' || name.includes('~') ? undefined : needed(home, 'Gateway', name, { group: 'networking.istio.io', namespace });
}

function roleOf(reference: unknown, home: Home): NeededObject | undefined {
  const [kind, name = ''] = [textAt(reference, 'kind'), textAt(reference, 'name')];
  const group = 'rbac.authorization.k8s.io';
  if (kind === 'Role') {
    return needed(home, kind, name, { group });
  }
  return OWN_ROLES.test(name) ? undefined : clusterWide('ClusterRole', group, name);
}

/** Every cluster has them. */
const OWN_ROLES = /^(?:cluster-admin|admin|edit|view|system:.*)$/;

function accountOf(subject: unknown, home: Home): NeededObject | undefined {
  const name = textAt(subject, 'name');
  return textAt(subject, 'kind') === 'ServiceAccount' && name !== 'default' ? needed(home, 'ServiceAccount', name, { namespace: textAt(subject, 'namespace') }) : undefined;
}

/** A waypoint is named by a label of a namespace, a Service or pods. */
function ofLabels(home: Home): (NeededObject | undefined)[] {
  const { root, kind } = home;
  const own = kind === 'Namespace' ? textAt(root, 'metadata', 'name') : undefined;
  return [valueAt(root, 'metadata', 'labels'), valueAt(root, 'spec', 'template', 'metadata', 'labels')].map(labels => {
    const waypoint = textAt(labels, 'istio.io/use-waypoint');
    const namespace = textAt(labels, 'istio.io/use-waypoint-namespace') ?? own;
    return waypoint === 'none' ? undefined : needed(home, 'Gateway', waypoint, { group: GATEWAY_API, namespace });
  });
}
