import { groupBy } from '../../group-by';
import { listed } from '../../listed';
import { GatewayReference, gatewayReferences, ISTIO_GATEWAY, KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { hostsOfServer, indexedHosts, isServed, ServedHosts } from '../../mesh/served-hosts';
import { isListUnread } from '../../mesh/unread';
import { defineCheck, Judgement, Problem } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  unknown: istioRule('IST0101', 'error', ['gateway-unknown', 'A VirtualService names a gateway that is not there.']),
  host: istioRule('IST0132', 'warning', ['host-not-on-gateway', 'A gateway of a VirtualService serves none of its hosts.']),
  internal: istioRule('IST0165', 'warning', ['internal-gateway', 'A VirtualService names a gateway that istiod makes for itself.']),
};

/** The gateways that a VirtualService names, and whether they serve its hosts. */
export const virtualServiceGatewaysCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'virtualservice.GatewayAnalyzer',
  kinds: ['networking.istio.io/VirtualService'],
  reads: [ISTIO_GATEWAY, KUBERNETES_GATEWAY],
  * judge(virtualService, { set }) {
    for (const reference of gatewayReferences(virtualService)) {
      if (reference.isInternal) {
        yield {
          rule: rules.internal,
          path: reference.place.path,
          message: `${reference.name} is made by istiod, and may have another name tomorrow`,
          repair: 'attach an HTTPRoute to the Gateway of Kubernetes, or name a Gateway of Istio',
        };
      } else {
        yield* judgeGateway(virtualService, reference, set);
      }
    }
  },
});

/**
 * That a gateway which is not there serves nothing. istioctl says it beside that it is not there; who names neither its analyzer nor the code
 * hears of one defect once.
 */
export const hostsWithoutGatewayCheck = defineCheck({
  rules: [rules.host],
  analyzer: 'virtualservice.GatewayAnalyzer',
  onRequest: true,
  kinds: ['networking.istio.io/VirtualService'],
  reads: [ISTIO_GATEWAY, KUBERNETES_GATEWAY],
  * judge(virtualService, { set }) {
    const hosts = virtualService.spec.at('hosts').texts;
    for (const reference of hosts.length === 0 ? [] : gatewayReferences(virtualService)) {
      if (!reference.isInternal && isMissing(set, reference) && isRepresented(set, reference.namespace)) {
        yield {
          rule: rules.host,
          path: reference.place.path,
          message: `without the Gateway ${textOf(reference)} nothing serves the hosts ${listed(hosts)} there`,
          repair: 'mend the reference',
        };
      }
    }
  },
});

function isMissing(set: ObjectSet, reference: GatewayReference): boolean {
  return servedBy(set, reference) === undefined && !isKnown(set, reference);
}

function servedBy(set: ObjectSet, reference: GatewayReference): ServedHosts | undefined {
  return servedHosts(set, `${reference.namespace}/${reference.name}`, () => readHosts(set, reference));
}

function textOf({ namespace, name }: GatewayReference): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}

function* judgeGateway(virtualService: Resource, reference: GatewayReference, set: ObjectSet): Judgement {
  const { place, namespace, name } = reference;
  const served = servedBy(set, reference);
  if (served !== undefined) {
    yield* judgeHosts(virtualService, reference, [set, served]);
  } else if (isMissing(set, reference)) {
    yield isRepresented(set, namespace)
      ? { rule: rules.unknown, path: place.path, message: `the input shows no Gateway ${textOf(reference)}`, repair: repairOf(set, name) }
      : { undecided: rules.unknown, unknown: `namespace ${namespace}` };
  }
}

function* judgeHosts(virtualService: Resource, reference: GatewayReference, [set, served]: readonly [ObjectSet, ServedHosts]): Judgement {
  const { spec, namespace } = virtualService;
  const hosts = spec.at('hosts').texts;
  if (hosts.length > 0 && !hosts.some(host => isServed(served, host, namespace)) && !hasUnreadHosts(set, reference)) {
    yield { rule: rules.host, path: reference.place.path, ...unserved(virtualService, textOf(reference), [hosts, served]) };
  }
}

type Unserved = readonly [hosts: readonly string[], served: ServedHosts];

function unserved({ namespace }: Resource, gateway: string, [hosts, served]: Unserved): Pick<Problem, 'message' | 'repair'> {
  const message = `the Gateway ${gateway} serves none of the hosts ${listed(hosts)}`;
  const elsewhere = hosts.find(host => [...served.byNamespace.values()].some(index => index.meets(host)));
  return elsewhere === undefined
    ? { message, repair: 'add the host to a server of the Gateway, or name another Gateway' }
    : { message: `${message} for namespace ${namespace}`, repair: `add ${namespace}/${elsewhere} to the server that has this host for other namespaces` };
}

/** Whether a Gateway may serve more hosts than can be read. */
function hasUnreadHosts(set: ObjectSet, { namespace, name }: GatewayReference): boolean {
  const gateway = set.find(ISTIO_GATEWAY, namespace, name);
  return gateway !== undefined
    && (isListUnread(gateway.spec, 'servers') || gateway.spec.at('servers').items().some(server => isListUnread(server, 'hosts')));
}

/** A name alone means a Gateway of the namespace of the VirtualService, and is often meant for the only one that is called so. */
function repairOf(set: ObjectSet, name: string): string {
  const [meant, ...others] = gatewaysByName(set).get(name) ?? [];
  return meant === undefined || others.length > 0 ? 'correct the name, or add the Gateway' : `write ${meant.fullName}, if that is meant`;
}

const gatewaysByName = perSet(set => groupBy(set.of(ISTIO_GATEWAY, KUBERNETES_GATEWAY), ({ name }) => name));

function isKnown(set: ObjectSet, { namespace, name }: GatewayReference): boolean {
  return [ISTIO_GATEWAY, KUBERNETES_GATEWAY].some(kind => set.knows(kind, namespace, name));
}

const servedHosts = perKey<ServedHosts | undefined>();

/** Undefined when the gateway is not there. */
function readHosts(set: ObjectSet, { namespace, name }: GatewayReference): ServedHosts | undefined {
  const gateway = set.find(ISTIO_GATEWAY, namespace, name);
  if (gateway !== undefined) {
    return indexedHosts(gateway.spec.at('servers').items().flatMap(server => hostsOfServer(server, namespace)));
  }
  const listeners = set.find(KUBERNETES_GATEWAY, namespace, name)?.spec.at('listeners').items();
  return listeners && indexedHosts(listeners.map(place => ({ scope: '*', host: place.at('hostname').text || '*', place })));
}
