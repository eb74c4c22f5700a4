import { scopesOf } from '../../mesh/hosts';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const protocolConflict = istioRule('IST0177', 'warning', ['service-entry-protocols', 'ServiceEntries give one port of a host different protocols.']);

const SERVICE_ENTRY = 'networking.istio.io/ServiceEntry';

/** Hosts whose port has another protocol in another ServiceEntry. */
export const serviceEntryProtocolsCheck = defineCheck({
  rules: [protocolConflict],
  analyzer: 'serviceentry.ConflictingServiceEntryProtocolAnalyzer',
  kinds: [SERVICE_ENTRY],
  * judge(entry, { set }) {
    for (const served of servedBy(entry)) {
      const seen = seenWith(set, entry, served.key);
      const protocols = [...new Set(seen.map(({ protocol }) => protocol))].sort();
      if (protocols.length > 1) {
        const names = [...new Set(seen.map(one => one.entry.fullName))].sort().join(', ');
        yield {
          rule: protocolConflict,
          path: ['metadata', 'name'],
          message: `port ${served.key.replace(' ', ' of ')} is ${protocols.map(one => one || 'without protocol').join(' and ')} in ${names}`,
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
  readonly protocol: string;
}

function servedBy(entry: Resource): Served[] {
  const { spec } = entry;
  return spec.at('hosts').texts.flatMap(host => spec.at('ports').items().map(port => (
    { entry, key: `${port.at('number').number ?? 0} ${host}`, protocol: (port.at('protocol').text ?? '').toUpperCase() }
  )));
}

/** What some namespace that sees an entry sees of a port: the first namespace that sees two protocols, or any. */
function seenWith(set: ObjectSet, entry: Resource, key: string): readonly Served[] {
  const scopes = byKey(set).get(key) ?? new Map<string, Served[]>();
  const own = scopesOf(entry.spec.at('exportTo').texts, entry.namespace);
  const views = [...own.includes('*') ? scopes.keys() : own].map(scope => [...scopes.get(scope) ?? [], ...scope === '*' ? [] : scopes.get('*') ?? []]);
  return views.find(view => new Set(view.map(({ protocol }) => protocol)).size > 1) ?? [];
}

const byKey = perSet(set => {
  const keys = new Map<string, Map<string, Served[]>>();
  for (const served of set.of(SERVICE_ENTRY).flatMap(servedBy)) {
    const scopes = keys.get(served.key) ?? new Map<string, Served[]>();
    keys.set(served.key, scopes);
    for (const scope of scopesOf(served.entry.spec.at('exportTo').texts, served.entry.namespace)) {
      scopes.set(scope, [...scopes.get(scope) ?? [], served]);
    }
  }
  return keys;
});
