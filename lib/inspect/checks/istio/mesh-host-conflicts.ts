import { listed, NAMES_SHOWN } from '../../listed';
import { appliesToMesh } from '../../mesh/gateway-references';
import { HostIndex } from '../../mesh/host-index';
import { fullHost, scopesOf } from '../../mesh/hosts';
import { VIRTUAL_SERVICE } from '../../mesh/istio-kinds';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { Unions } from '../../mesh/unions';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const hostConflict = istioRule(
  'IST0109', 'error', ['mesh-host-conflict', 'Two VirtualServices route the same host for sidecars, and all but the oldest are ignored.'], ['MESH004'],
);

/** Hosts for which more than one VirtualService speaks to sidecars. */
export const meshHostConflictsCheck = defineCheck({
  rules: [hostConflict],
  analyzer: 'virtualservice.ConflictingMeshGatewayHostsAnalyzer',
  kinds: [VIRTUAL_SERVICE],
  * judge(virtualService, { set }) {
    const conflict = conflicts(set).get(virtualService);
    if (conflict !== undefined) {
      yield {
        rule: hostConflict,
        path: ['metadata', 'name'],
        message: `the VirtualServices ${conflict.names} all route ${conflict.host}; for sidecars, only the oldest applies`,
        repair: 'put all routes of a host in one VirtualService, those with a match first',
      };
    }
  },
});

interface Conflict {
  /** The VirtualServices in words. */
  readonly names: string;
  readonly host: string;
}

/** A conflict of each VirtualService that has one: as all namespaces see it, else as a namespace does to which some are shown alone. */
const conflicts = perSet(set => {
  const found = new Map<Resource, Conflict>();
  const told = new Set<readonly Resource[]>();
  for (const { host, own, shared } of groups(set).filter(group => group.own.length + group.shared.length > 1)) {
    const first = [own, shared].flatMap(rivals => rivals.slice(0, NAMES_SHOWN)).sort(byName).map(({ fullName }) => fullName);
    const conflict = { names: listed(first, NAMES_SHOWN, own.length + shared.length), host };
    // Those shown to all are the same for each namespace.
    for (const rival of told.has(shared) ? own : [...own, ...shared]) {
      found.set(rival, found.get(rival) ?? conflict);
    }
    told.add(shared);
  }
  return found;
});

interface Group {
  readonly host: string;
  readonly own: readonly Resource[];
  /** Those shown to all namespaces, where `own` are not. */
  readonly shared: readonly Resource[];
}

/** VirtualServices by host, as all namespaces see them, and then as each namespace does to which some are shown alone. */
function groups(set: ObjectSet): Group[] {
  const byScope = new Map<string, Map<string, Set<Resource>>>();
  for (const virtualService of set.of(VIRTUAL_SERVICE).filter(appliesToMesh)) {
    const { spec, namespace } = virtualService;
    for (const scope of scopesOf(spec.at('exportTo').texts, namespace)) {
      const hosts = byScope.get(scope) ?? new Map<string, Set<Resource>>();
      byScope.set(scope, hosts);
      for (const host of spec.at('hosts').texts.map(one => fullHost(set, one, namespace))) {
        hosts.set(host, (hosts.get(host) ?? new Set()).add(virtualService));
      }
    }
  }
  const shared = byScope.get('*') ?? new Map<string, Set<Resource>>();
  // Where all are shown to all, nobody looks there.
  const index = new HostIndex(byScope.size === 1 ? [] : [...shared].map(([host, rivals]) => [host, [...rivals]] as const));
  const unions = new Unions(byName);
  return [...byScope].flatMap(([scope, hosts]) => [...hosts].map(([host, rivals]) => (
    { host, own: [...rivals].sort(byName), shared: scope === '*' ? [] : unions.of(index.meeting(host)) }
  )));
}

function byName(one: Resource, other: Resource): number {
  return one.fullName < other.fullName ? -1 : 1;
}
