import { Manifest } from './manifest';

/**
 * The order in which objects are applied: what others need comes first, and what sends requests comes after that which takes them. Objects
 * of one rank stay as they are.
 */
export function inApplyOrder<T>(values: readonly T[], manifestOf: (value: T) => Manifest): T[] {
  const ranked = values.map(value => ({ value, rank: applyRank(manifestOf(value).kind) }));
  return ranked.sort((one, other) => one.rank - other.rank).map(({ value }) => value);
}

/** Where objects of a kind stand in the order; those of a kind that nobody depends on stand in the middle. */
export function applyRank(kind: string | undefined): number {
  const rank = RANKS.findIndex(kinds => kinds.includes(kind ?? ''));
  return rank === -1 ? OTHERS : rank;
}

/** A route names subsets and gateways, so these are there before it: a proxy answers 503 to a request for a subset that it does not know. */
const RANKS: readonly (readonly string[])[] = [
  ['Namespace'],
  ['CustomResourceDefinition'],
  ['PriorityClass', 'StorageClass', 'ResourceQuota', 'LimitRange'],
  ['ServiceAccount', 'Role', 'ClusterRole'],
  ['RoleBinding', 'ClusterRoleBinding'],
  ['ConfigMap', 'Secret', 'PersistentVolume', 'PersistentVolumeClaim', 'Issuer', 'ClusterIssuer'],
  ['Service', 'ServiceEntry', 'WorkloadEntry', 'Certificate'],
  [],
  ['DestinationRule', 'Gateway', 'GatewayClass'],
  ['VirtualService', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'TrafficSplit'],
  ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
];

const OTHERS = RANKS.findIndex(kinds => kinds.length === 0);
