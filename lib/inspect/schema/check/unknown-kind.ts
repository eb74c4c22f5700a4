import { nearest } from '../../nearest';
import { own } from '../own';
import { SchemaStore } from '../schema-store';
import { apiVersionOf, likeliest, versionsOf } from './api-versions';
import { Findings, Problem } from './findings';
import { isSlip } from './slip';
import { didYouMean, names } from './wording';

/** What an object says that it is, in its parts, and the release of Istio that it is meant for. */
export interface Sought {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly release?: string;
}

/** Says that a group has no such kind, or that there is no such group, as far as that can be known. */
export function addUnknownKind(sought: Sought, store: SchemaStore, findings: Findings): void {
  const { group, kind } = sought;
  const kinds = store.kindsOf(group);
  // A list of objects is no kind that a CRD names, and exists all the same.
  if (kinds.includes(kind.replace(/List$/, ''))) {
    return;
  }
  const isGroup = kinds.length > 0 || isBuiltIn(group, store);
  const problem = isGroup ? unknownIn(kinds, sought, store) : unknownGroup(sought, store);
  if (problem !== undefined) {
    findings.add({ kind: 'unknown-kind', ...problem }, isGroup ? 'kind' : 'apiVersion');
  }
}

type Words = Omit<Problem, 'kind'>;

function unknownIn(kinds: readonly string[], sought: Sought, store: SchemaStore): Words | undefined {
  const { group, kind } = sought;
  const message = `${group === '' ? 'the core group' : group} has no kind ${JSON.stringify(kind)}`;
  if (store.isClosed(group)) {
    return { message, expected: names(kinds), repair: isAtHome(sought, store.groups, store) ?? didYouMean(nearest(kind, kinds)) };
  }
  const repair = builtInMisplaced(sought, store) ?? didYouMean(kinds.filter(known => isSlip(kind.toLowerCase(), known.toLowerCase())));
  return repair === undefined ? undefined : { message, repair };
}

/** No CRD adds to a built-in group, so it has no kind that Kubernetes or Istio has elsewhere. Of other kinds we do not know all. */
function builtInMisplaced(sought: Sought, store: SchemaStore): string | undefined {
  const homes = isBuiltIn(sought.group, store) ? store.groups.filter(group => store.kindsOf(group).includes(sought.kind)) : [];
  return homes.some(group => store.isClosed(group) || isBuiltIn(group, store)) ? isAtHome(sought, homes, store) : undefined;
}

function unknownGroup(sought: Sought, store: SchemaStore): Words | undefined {
  const { group } = sought;
  const near = isAtHome(sought, store.groups.filter(known => isNearGroup(group, known)), store);
  if (near !== undefined) {
    return { message: `there is no group ${JSON.stringify(group)}`, repair: near };
  }
  return !group.endsWith(OF_ISTIO) || group === FILES_OF_ISTIOCTL ? undefined : {
    message: `Istio has no group ${JSON.stringify(group)}`,
    expected: names(store.groups.filter(known => known.endsWith(OF_ISTIO))),
    repair: isAtHome(sought, store.groups, store) ?? own(SUCCESSORS, group),
  };
}

const OF_ISTIO = '.istio.io';

/** What `istioctl install -f` reads looks like an object, and no API server has to know it. */
const FILES_OF_ISTIOCTL = 'install.istio.io';

/** What took the place of the groups that Istio gave up. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  'authentication.istio.io': 'PeerAuthentication and RequestAuthentication of security.istio.io took its place',
  'config.istio.io': 'Telemetry of telemetry.istio.io and WasmPlugin of extensions.istio.io took its place',
  'rbac.istio.io': 'AuthorizationPolicy of security.istio.io took its place',
};

/** Kubernetes keeps groups without a dot to itself, and those of its own kinds. */
function isBuiltIn(group: string, store: SchemaStore): boolean {
  const [first] = store.kindsOf(group);
  return !group.includes('.') || (first !== undefined && store.kind(group, first)?.table.native === 1);
}

function isNearGroup(group: string, known: string): boolean {
  const withoutEnd = (name: string): string => name.slice(0, name.lastIndexOf('.') + 1);
  return isSlip(group.toLowerCase(), known) || (group.includes('.') && withoutEnd(group) === withoutEnd(known));
}

/** `Deployment is a kind of apps/v1`, if it is a kind of one of these groups: in the version that was written where that is served. */
function isAtHome({ kind, version, release }: Sought, groups: readonly string[], store: SchemaStore): string | undefined {
  const homes = groups.flatMap(group => {
    const known = store.kind(group, kind);
    const right = known === undefined ? undefined : likeliest(versionsOf(known, release), version);
    return right === undefined ? [] : [apiVersionOf(group, right)];
  });
  return homes.length === 0 ? undefined : `${kind} is a kind of ${names(homes)}`;
}
