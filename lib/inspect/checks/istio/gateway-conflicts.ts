import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { podsSelected, RunningPod } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  conflict: istioRule('IST0145', 'error', ['gateway-conflict', 'Two Gateways of the same pods serve the same host on the same port.']),
  noServers: istioRule('IST0101', 'error', ['selector-without-servers', 'A Gateway has no servers, and no other Gateway selects its pods.']),
};

/** Hosts that more than one Gateway of the same pods serves on one port. */
export const gatewayConflictsCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'gateway.ConflictingGatewayAnalyzer',
  kinds: [ISTIO_GATEWAY],
  reads: WORKLOAD_KINDS,
  * judge(gateway, { set }) {
    const selector = textOf(gateway);
    const others = [...overlapping(set, selector)];
    const servers = gateway.spec.at('servers').items();
    if (selector !== '' && servers.length === 0 && !others.some(other => (served(set).get(other)?.size ?? 0) > 0)) {
      yield {
        rule: rules.noServers,
        path: gateway.spec.at('selector').path,
        message: `no Gateway for the labels ${selector} has a server`,
        repair: 'add servers, or remove the Gateway',
      };
    }
    for (const server of servers) {
      const number = server.at('port', 'number').number ?? 0;
      const rivals = rivalsOf(gateway, server, others.map(other => served(set).get(other)?.get(number)));
      if (rivals.length > 0) {
        yield {
          rule: rules.conflict,
          path: server.at('hosts').path,
          message: `${rivals.join(', ')} on the same pods has the same hosts on port ${number}: ${server.at('hosts').texts.join(', ')}`,
          repair: 'serve each host of a port by one Gateway',
        };
      }
    }
  },
});

/** Hosts of a port, by Gateway, with the address on which they are served. */
type Table = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The Gateways of some tables that serve a host of this server, at the same address. */
function rivalsOf(gateway: Resource, server: Field, tables: ReadonlyArray<Table | undefined>): string[] {
  const [hosts, bind] = [server.at('hosts').texts, server.at('bind').text ?? ''];
  const rivals = tables.flatMap(table => [...table ?? []]).filter(([, theirs]) => hosts.some(host => theirs.get(host) === bind));
  return [...new Set(rivals.map(([name]) => name))].filter(name => name !== gateway.fullName).sort();
}

/** What is served, by selector and port. Of two servers of one Gateway on one port the later says what is. */
const served = perSet(set => {
  const tables = new Map<string, Map<number, Map<string, ReadonlyMap<string, string>>>>();
  for (const gateway of set.of(ISTIO_GATEWAY)) {
    const ports = entryOf(tables, textOf(gateway));
    for (const server of gateway.spec.at('servers').items()) {
      const bind = server.at('bind').text ?? '';
      const hosts = new Map(server.at('hosts').texts.map(host => [host, bind]));
      entryOf(ports, server.at('port', 'number').number ?? 0).set(gateway.fullName, hosts);
    }
  }
  return tables;
});

function entryOf<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const entry = maps.get(key) ?? new Map<L, V>();
  maps.set(key, entry);
  return entry;
}

/** The selectors by which Gateways select some pods of this one: itself, and those that hold it or lie within it. */
function overlapping(set: ObjectSet, selector: string): ReadonlySet<string> {
  const pods = selections(set).pods.get(selector) ?? [];
  const others = pods.flatMap(pod => selections(set).selectors.get(pod) ?? []);
  return new Set([selector, ...others.filter(other => other.includes(selector) || selector.includes(other))]);
}

const selections = perSet(set => {
  const pods = new Map(set.of(ISTIO_GATEWAY).map(gateway => [textOf(gateway), podsSelected(set, gateway.spec.at('selector').textMap)]));
  const selectors = new Map<RunningPod, string[]>();
  for (const [selector, selected] of pods) {
    selected.forEach(pod => selectors.set(pod, [...selectors.get(pod) ?? [], selector]));
  }
  return { pods, selectors };
});

function textOf({ spec }: Resource): string {
  return selectorText(spec.at('selector').textMap);
}
