import { own } from '../own';
import { SchemaStore } from '../schema-store';
import { apiVersionOf, likeliest, versionsOf } from './api-versions';
import { Findings, Problem } from './findings';
import { GroupKind, isKnownGroup, isKnownKind, isNearGroup, isOfIstio, meantTypes, OF_ISTIO, Sought } from './meant-types';
import { didYouMean, groupName, names } from './wording';

/** What an object says that it is, in its parts, and the release of Istio that it is meant for. */
export interface SoughtVersion extends Sought {
  readonly version: string;
}

/** Says that a group has no such kind, or that there is no such group, as far as that can be known. */
export function addUnknownKind(sought: SoughtVersion, store: SchemaStore, findings: Findings): void {
  if (isKnownKind(sought, store)) {
    return;
  }
  const meant = meantTypes(sought, store);
  const isGroup = isKnownGroup(sought.group, store);
  const problem = (isGroup ? unknownIn : unknownGroup)(sought, meant, store);
  if (problem !== undefined) {
    findings.add({ kind: 'unknown-kind', ...problem }, isGroup ? 'kind' : 'apiVersion');
  }
}

type Words = Omit<Problem, 'kind'>;

function unknownIn(sought: SoughtVersion, meant: readonly GroupKind[], store: SchemaStore): Words | undefined {
  const { group, kind } = sought;
  const isClosed = store.isClosed(group);
  return meant.length === 0 && !isClosed ? undefined : {
    message: `unknown kind ${JSON.stringify(kind)} in ${groupName(group)}`,
    expected: isClosed ? names(store.kindsOf(group)) : undefined,
    repair: repairOf(sought, meant, store),
  };
}

function unknownGroup(sought: SoughtVersion, meant: readonly GroupKind[], store: SchemaStore): Words | undefined {
  const { group } = sought;
  const repair = repairOf(sought, meant, store);
  if (meant.some(known => isNearGroup(group, known.group))) {
    return { message: `unknown API group ${JSON.stringify(group)}`, repair };
  }
  return !isOfIstio(group) ? undefined : {
    message: `unknown Istio API group ${JSON.stringify(group)}`,
    expected: names(store.groups.filter(known => known.endsWith(OF_ISTIO))),
    repair: repair ?? own(SUCCESSORS, group),
  };
}

/** What took the place of the groups that Istio gave up. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  'authentication.istio.io': 'use PeerAuthentication and RequestAuthentication of security.istio.io instead',
  'config.istio.io': 'use Telemetry of telemetry.istio.io and WasmPlugin of extensions.istio.io instead',
  'rbac.istio.io': 'use AuthorizationPolicy of security.istio.io instead',
};

/** `Deployment is a kind of apps/v1`, in the version that was written where that is served, or the name that is meant. */
function repairOf({ kind, version, release }: SoughtVersion, meant: readonly GroupKind[], store: SchemaStore): string | undefined {
  const homes = meant.filter(known => known.kind === kind)
    .map(({ group }) => apiVersionOf(group, likeliest(versionsOf(store.kind(group, kind)!, release), version)!));
  return homes.length > 0 ? `${kind} belongs to ${names(homes)}` : didYouMean(meant.map(known => known.kind));
}
