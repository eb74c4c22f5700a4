import type { Fix } from '../../fix/fix';
import { textFix } from '../../fix/known-fixes';
import { listed } from '../../listed';
import { clusterDomain } from '../../mesh/cluster-domain';
import { Destination, destinationsOf } from '../../mesh/destinations';
import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { appliesToMesh, ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { hiddenHost, whyHidden, whyHiddenFromGateways } from '../../mesh/hidden-hosts';
import { fullHost, serviceHost, serviceNamed } from '../../mesh/hosts';
import { installedGateway, ISTIO_NAMESPACE } from '../../mesh/installed-gateway';
import { Asker, findHost, KnownHost } from '../../mesh/known-hosts';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { NO_NUMBER, portNumber } from '../../mesh/port-number';
import { providerScopes } from '../../mesh/provider-scopes';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { namespacesWithService, nearHost, serviceMeant } from '../../mesh/services-by-name';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import type { Rule } from '../rule';
import { istioRule } from './istio-rules';

const destinationHost: Rule = {
  code: 'IST0101',
  slug: 'destination-host',
  severity: 'error',
  summary: 'A VirtualService sends requests to a host that no Service or ServiceEntry provides.',
  aliases: ['MESH013'],
};
const destinationPort = istioRule('IST0101', 'error', ['destination-port', 'A VirtualService sends requests to a port that its host does not have.']);
const portRequired = istioRule('IST0112', 'error', ['destination-port-required', 'A VirtualService does not say which of several ports of a host it sends requests to.']);

/** Hosts and ports that a VirtualService sends requests to, or copies of them. */
export const destinationHostCheck = defineCheck({
  rules: [destinationHost, destinationPort, portRequired],
  analyzer: 'virtualservice.DestinationHostAnalyzer',
  kinds: ['networking.istio.io/VirtualService'],
  reads: ['Service', 'networking.istio.io/ServiceEntry', 'networking.istio.io/DestinationRule', 'flagger.app/Canary', ISTIO_GATEWAY, ...WORKLOAD_KINDS],
  * judge(virtualService, { set }) {
    const asker = { namespace: virtualService.namespace, exportTo: virtualService.spec.at('exportTo').texts };
    for (const destination of destinationsOf(virtualService).filter(one => (one.host.text ?? '') !== '')) {
      const { host } = destination;
      const ports = portsOf(set, asker, host.text!);
      if (ports !== undefined) {
        yield* judgePort(destination, ports);
      } else {
        const missing = missingFor(set, virtualService, host.text!);
        if (missing !== undefined) {
          yield 'namespace' in missing
            ? { undecided: destinationHost, unknown: missing.namespace }
            : { rule: destinationHost, path: host.path, ...missing, fix: fullHostFix(set, host, virtualService) };
        }
      }
    }
  },
});

function* judgePort({ place, host }: Destination, ports: readonly number[]): Judgement {
  const port = place.at('port');
  const number = portNumber(port.at('number'));
  if (!port.isSet) {
    if (ports.length > 1) {
      yield {
        rule: portRequired,
        path: host.path,
        message: `${host.text} has the ports ${listed(ports, 10)}, but the destination names none of them`,
        repair: 'set port.number to one of them',
      };
    }
  } else if (number !== undefined && !ports.includes(number) && !ports.includes(NO_NUMBER)) {
    yield {
      rule: destinationPort,
      path: port.at('number').path,
      message: `${host.text} has no port ${number}, ${ports.length === 0 ? 'nor any other' : `only ${listed(ports, 10)}`}`,
      repair: 'name a port of the Service, not one of its pods',
    };
  }
}

function portsOf(set: ObjectSet, asker: Asker, host: string): readonly number[] | undefined {
  return findHost(set, asker, host)?.ports ?? installedHost(set, asker, host);
}

/** The ports of a host that an installation of Istio brings. */
export function installedHost(set: ObjectSet, { namespace }: Asker, host: string): readonly number[] | undefined {
  const [gateway, full] = [installedGateway(set), fullHost(set, host, namespace)];
  const service = serviceNamed(set, full, namespace);
  if (service.namespace === ISTIO_NAMESPACE && CONTROL_PLANE.test(service.name)) {
    return CONTROL_PLANE_PORTS;
  }
  return gateway !== undefined && full === serviceHost(set, gateway.service, gateway.namespace) ? gateway.ports : undefined;
}

/** The control plane, or a revision of it: whoever has a mesh has one, and installs it otherwise. */
const CONTROL_PLANE = /^istiod(?:-[a-z0-9-]+)?$/;

/** The ports of its Service. */
const CONTROL_PLANE_PORTS = [443, 15_010, 15_012, 15_014];

/** What is said of a host that a VirtualService does not see. */
function missingFor(set: ObjectSet, virtualService: Resource, host: string): MissingHost | undefined {
  const asker = { namespace: virtualService.namespace, exportTo: virtualService.spec.at('exportTo').texts };
  const hidden = hiddenHost(set, asker, host);
  if (hidden !== undefined && !appliesToMesh(virtualService)) {
    return whyHiddenFromGateways(set, hidden, virtualService);
  }
  return hidden !== undefined && isAskedFor(set, virtualService, hidden) ? whyHidden(hidden, asker) : missingHost(set, asker, host);
}

/**
 * Whether a Service that shows itself to other namespaces alone is told. Those that a VirtualService sends there are told only where they can
 * call what it is for: a rule may be for clients of those namespaces.
 */
function isAskedFor(set: ObjectSet, { namespace, spec }: Resource, { provider }: KnownHost): boolean {
  const asker = { namespace, exportTo: spec.at('exportTo').texts };
  return provider.kind === 'Service' && !providerScopes(provider).includes(namespace)
    && spec.at('hosts').texts.some(called => findHost(set, asker, called) !== undefined);
}

type MissingHost = { readonly message: string; readonly repair: string } | { readonly namespace: string };

/** What is said of a host that no object provides: what is wrong, or the namespace of which nothing is known; nothing where it is elsewhere. */
export function missingHost(set: ObjectSet, asker: Asker, host: string): MissingHost | undefined {
  const { namespace } = asker;
  const full = fullHost(set, host, namespace);
  const service = serviceNamed(set, full, namespace);
  if (isOfFlagger(set, full) || set.knows('Service', service.namespace, service.name)) {
    return undefined;
  }
  const hidden = hiddenHost(set, asker, host);
  if (hidden !== undefined) {
    return whyHidden(hidden, asker);
  }
  const elsewhere = full === host ? [] : namespacesWithService(set, host);
  if (full.endsWith(`.svc.${clusterDomain(set)}`) && elsewhere.length === 0 && !isRepresented(set, service.namespace)) {
    return { namespace: `namespace ${service.namespace}` };
  }
  return { message: `no Service or ServiceEntry in the input provides ${full}${hintOf(host, elsewhere)}`, repair: repairOf(set, [host, namespace], elsewhere) };
}

function hintOf(host: string, namespaces: readonly string[]): string {
  return namespaces.length === 0 ? '' : `, but ${host} is a Service of ${listed(namespaces)}`;
}

function repairOf(set: ObjectSet, [host, namespace]: readonly [host: string, own: string], namespaces: readonly string[]): string {
  const meant = namespaces.length === 1 ? serviceHost(set, host, namespaces[0]) : serviceMeant(set, host) ?? nearHost(set, host, namespace);
  return meant === undefined ? 'correct the host, or add a Service or ServiceEntry for it' : `write ${meant} if that is what you meant`;
}

/**
 * A short host becomes the full one of the only Service of that name. Only where the input shows what its own namespace has, and nothing else
 * says that host there: a part of what belongs together would be worse than nothing.
 */
function fullHostFix(set: ObjectSet, { text = '', path }: Field, { namespace, spec }: Resource): Fix | undefined {
  const namespaces = text.includes('.') ? [] : namespacesWithService(set, text);
  const isAlone = isRepresented(set, namespace) && !spec.at('hosts').texts.includes(text) && !ruledHosts(set).has(`${namespace} ${text}`);
  return namespaces.length === 1 && isAlone ? textFix(path, serviceHost(set, text, namespaces[0])) : undefined;
}

/** The hosts that DestinationRules name, as they are written, behind their namespaces. */
const ruledHosts = perSet((set): ReadonlySet<string> => new Set(
  set.of('networking.istio.io/DestinationRule').map(({ spec, namespace }) => `${namespace} ${spec.at('host').text ?? ''}`),
));
