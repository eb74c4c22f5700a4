import { listed, listedWithout } from '../../listed';
import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { podsSelected, RunningPod } from '../../mesh/pods';
import { portNumber } from '../../mesh/port-number';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { Unions } from '../../mesh/unions';
import { isListUnread } from '../../mesh/unread';
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
    const others = overlapping(set, selector);
    const servers = gateway.spec.at('servers').items();
    const hasNone = servers.length === 0 && !isListUnread(gateway.spec, 'servers');
    if (hasNone && selector !== '' && !others.some(other => served(set).selectorsWithServers.has(other))) {
      yield {
        rule: rules.noServers,
        path: gateway.spec.at('selector').path,
        message: `no Gateway for the labels ${selector} has a server`,
        repair: 'add servers, or remove the Gateway',
      };
    }
    for (const server of servers) {
      const number = portNumber(server.at('port', 'number'));
      const rivals = rivalsOf(set, server, others);
      const isAmongThem = rivals.includes(gateway.fullName);
      const count = rivals.length - (isAmongThem ? 1 : 0);
      if (count > 0) {
        yield {
          rule: rules.conflict,
          path: server.at('hosts').path,
          message: `${isAmongThem ? listedWithout(rivals, gateway.fullName) : listed(rivals)} ${sharing(count)} on port ${number}: ${listed(server.at('hosts').texts)}`,
          repair: 'serve each host of a port with only one Gateway',
        };
      }
    }
  },
});

function sharing(count: number): string {
  return `on the same pods ${count === 1 ? 'has' : 'have'} the same hosts`;
}

/** The Gateways with one of some selectors that serve a host of this server on its port, at the same address, and this one: by name. */
function rivalsOf(set: ObjectSet, server: Field, selectors: readonly string[]): readonly string[] {
  const groups = selectors.flatMap(selector => {
    const places = served(set).places.get(selector);
    return places === undefined ? [] : placesOf(server).map(place => places.get(place) ?? []);
  }).filter(group => group.length > 0);
  return unions(set).of(groups);
}

const unions = perSet(() => new Unions<string>((one, other) => (one < other ? -1 : 1)));

/** The names of Gateways by selector and by what they serve. Of two servers of one Gateway on one port the later says what is. */
const served = perSet(set => {
  const places = new Map<string, Map<string, string[]>>();
  const selectorsWithServers = new Set<string>();
  for (const gateway of set.of(ISTIO_GATEWAY)) {
    const servers = gateway.spec.at('servers').items();
    const last = new Map(servers.map(server => [portNumber(server.at('port', 'number')), placesOf(server)]));
    const known = places.get(textOf(gateway)) ?? new Map<string, string[]>();
    places.set(textOf(gateway), known);
    for (const place of [...last.values()].flat()) {
      const names = known.get(place) ?? [];
      names.push(gateway.fullName);
      known.set(place, names);
    }
    if (servers.length > 0) {
      selectorsWithServers.add(textOf(gateway));
    }
  }
  return { places, selectorsWithServers };
});

/** What a server serves, a text for each host: with its port and its address. Nothing where the port cannot be read. */
function placesOf(server: Field): string[] {
  const [number, bind] = [portNumber(server.at('port', 'number')), server.at('bind').text ?? ''];
  return number === undefined ? [] : [...new Set(server.at('hosts').texts)].map(host => `${number} ${bind} ${host}`);
}

/** The selectors by which Gateways select some pods of this one: itself, and those that hold it or lie within it. */
function overlapping(set: ObjectSet, selector: string): readonly string[] {
  return overlaps(set, selector, () => {
    const pods = selections(set).pods.get(selector) ?? [];
    const others = new Set(pods.flatMap(pod => selections(set).selectors.get(pod) ?? []));
    return [...new Set([selector, ...[...others].filter(other => other.includes(selector) || selector.includes(other))])];
  });
}

const overlaps = perKey<readonly string[]>();

const selections = perSet(set => {
  const pods = new Map(set.of(ISTIO_GATEWAY).map(gateway => [textOf(gateway), gateway.spec.at('selector').textMap]));
  const selected = new Map([...pods].map(([selector, labels]) => [selector, podsSelected(set, labels)]));
  const selectors = new Map<RunningPod, string[]>();
  for (const [selector, running] of selected) {
    for (const pod of running) {
      const others = selectors.get(pod) ?? [];
      others.push(selector);
      selectors.set(pod, others);
    }
  }
  return { pods: selected, selectors };
});

function textOf({ spec }: Resource): string {
  return selectorText(spec.at('selector').textMap);
}
