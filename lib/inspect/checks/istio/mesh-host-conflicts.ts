import { appliesToMesh } from '../../mesh/gateway-references';
import { fullHost, hostsOverlap, scopesOf } from '../../mesh/hosts';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const hostConflict = istioRule(
  'IST0109', 'error', ['mesh-host-conflict', 'Two VirtualServices say where sidecars send requests for one host, and all but the oldest are ignored.'], ['MESH004'],
);

const VIRTUAL_SERVICE = 'networking.istio.io/VirtualService';

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
        message: `the VirtualServices ${conflict.names.join(', ')} speak for ${conflict.host}; for sidecars the oldest alone counts`,
        repair: 'write the routes of a host into one VirtualService, those with a match first',
      };
    }
  },
});

interface Conflict {
  readonly names: readonly string[];
  readonly host: string;
}

/** The first conflict of each VirtualService. */
const conflicts = perSet(set => {
  const found = new Map<Resource, Conflict>();
  for (const { host, rivals } of groups(set).filter(group => group.rivals.size > 1)) {
    const names = [...rivals].map(({ fullName }) => fullName).sort();
    for (const rival of rivals) {
      found.set(rival, found.get(rival) ?? { names, host });
    }
  }
  return found;
});

interface Group {
  readonly host: string;
  readonly rivals: ReadonlySet<Resource>;
}

/** VirtualServices by host, as all namespaces see them, and then as each namespace does to which some are shown alone. */
function groups(set: ObjectSet): Group[] {
  const byScope = new Map<string, Map<string, Set<Resource>>>();
  for (const virtualService of set.of(VIRTUAL_SERVICE).filter(appliesToMesh)) {
    const { spec, namespace } = virtualService;
    for (const scope of scopesOf(spec.at('exportTo').texts, namespace)) {
      const hosts = byScope.get(scope) ?? new Map<string, Set<Resource>>();
      byScope.set(scope, hosts);
      for (const host of spec.at('hosts').texts.map(one => fullHost(one, namespace))) {
        hosts.set(host, (hosts.get(host) ?? new Set()).add(virtualService));
      }
    }
  }
  const shared = byScope.get('*') ?? new Map<string, Set<Resource>>();
  const wildcards = [...shared].filter(([host]) => host.startsWith('*'));
  return [...byScope].flatMap(([scope, hosts]) => [...hosts].map(([host, rivals]) => ({
    host,
    rivals: scope === '*' ? rivals : new Set([...rivals, ...meeting(host, shared, wildcards)]),
  })));
}

type Rivals = ReadonlyMap<string, ReadonlySet<Resource>>;

function meeting(host: string, shared: Rivals, wildcards: ReadonlyArray<[string, ReadonlySet<Resource>]>): Resource[] {
  const candidates = host.startsWith('*') ? [...shared] : wildcards;
  return [...shared.get(host) ?? [], ...candidates.filter(([other]) => hostsOverlap(host, other)).flatMap(([, rivals]) => [...rivals])];
}
