import { listed, NAMES_SHOWN } from '../../listed';
import { scopesOf } from '../../mesh/hosts';
import { SERVICE_ENTRY } from '../../mesh/istio-kinds';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import type { Resource } from '../../mesh/resource';
import type { ObjectPath } from '../../schema/violation';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const protocolConflict = istioRule('IST0177', 'warning', ['service-entry-protocols', 'ServiceEntries give one port of a host different protocols.']);

/** Hosts whose port has another protocol in another ServiceEntry. */
export const serviceEntryProtocolsCheck = defineCheck({
  rules: [protocolConflict],
  analyzer: 'serviceentry.ConflictingServiceEntryProtocolAnalyzer',
  kinds: [SERVICE_ENTRY],
  * judge(entry, { set }) {
    for (const served of servedBy(entry)) {
      const clash = clashSeenWith(set, entry, served.key);
      if (clash !== undefined) {
        yield {
          rule: protocolConflict,
          path: ownPort(entry, clash, served) ?? ['metadata', 'name'],
          message: `port ${served.key.replace(' ', ' of ')} is ${protocolsOf(clash).map(one => one || 'without protocol').join(' and ')} in ${namesOf(clash)}`,
          repair: 'give the port one protocol',
        };
        return;
      }
    }
  },
});

interface Served {
  readonly entry: Resource;
  /** `port host` */
  readonly key: string;
  readonly number?: number;
  readonly protocol: string;
}

function servedBy(entry: Resource): Served[] {
  const { spec } = entry;
  return spec.at('hosts').texts.flatMap(host => spec.at('ports').items().map(port => {
    const { number } = port.at('number');
    return { entry, key: `${number ?? 0} ${host}`, number, protocol: (port.at('protocol').text ?? '').toUpperCase() };
  }));
}

/** What a namespace sees of a port: what is shown to it alone, and what to all. */
interface View {
  readonly own: Seen;
  readonly shared: Seen;
}

/** The protocols and the names of some entries, in order. */
interface Seen {
  readonly protocols: readonly string[];
  readonly names: readonly string[];
}

const NOTHING: Seen = { protocols: [], names: [] };

/** What some namespace that sees an entry sees of a port: the first namespace that sees two protocols. */
function clashSeenWith(set: ObjectSet, entry: Resource, key: string): View | undefined {
  const scopes = byKey(set).get(key)!;
  const own = scopesOf(entry.spec.at('exportTo').texts, entry.namespace);
  return own.includes('*') ? anyClash(set, key, () => clashIn(scopes, [...scopes.keys()])) : clashIn(scopes, own);
}

const anyClash = perKey<View | undefined>();

function clashIn(scopes: ReadonlyMap<string, Seen>, names: readonly string[]): View | undefined {
  const shared = scopes.get('*') ?? NOTHING;
  return names.map(scope => ({ own: scope === '*' ? NOTHING : scopes.get(scope) ?? NOTHING, shared })).find(view => protocolsOf(view).length > 1);
}

function protocolsOf({ own, shared }: View): string[] {
  return [...new Set([...own.protocols, ...shared.protocols])].sort();
}

function namesOf({ own, shared }: View): string {
  const first = [own, shared].flatMap(({ names }) => names.slice(0, NAMES_SHOWN)).sort();
  return listed(first, NAMES_SHOWN, own.names.length + shared.names.length);
}

/** The second port of one number, where an entry gives it two protocols itself, and no other one has a part in it. */
function ownPort({ fullName, spec }: Resource, { own, shared }: View, { number }: Served): ObjectPath | undefined {
  const [, second] = [...own.names, ...shared.names].every(name => name === fullName)
    ? spec.at('ports').items().map(port => port.at('number')).filter(port => port.number === number)
    : [];
  return second?.path;
}

const byKey = perSet(set => {
  const keys = new Map<string, Map<string, Served[]>>();
  for (const served of set.of(SERVICE_ENTRY).flatMap(servedBy)) {
    const scopes = keys.get(served.key) ?? new Map<string, Served[]>();
    keys.set(served.key, scopes);
    for (const scope of scopesOf(served.entry.spec.at('exportTo').texts, served.entry.namespace)) {
      const others = scopes.get(scope) ?? [];
      others.push(served);
      scopes.set(scope, others);
    }
  }
  return new Map([...keys].map(([key, scopes]) => [key, new Map([...scopes].map(([scope, all]) => [scope, seen(all)]))]));
});

function seen(all: readonly Served[]): Seen {
  return { protocols: [...new Set(all.map(({ protocol }) => protocol))], names: [...new Set(all.map(({ entry }) => entry.fullName))].sort() };
}
