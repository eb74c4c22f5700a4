import { clusterDomains } from '../../mesh/cluster-domain';
import { destinationsOf } from '../../mesh/destinations';
import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { appliesToMesh, ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { calledName, serversOf } from '../../mesh/gateway-servers';
import { hiddenHost, whyHidden } from '../../mesh/hidden-hosts';
import { HostIndex } from '../../mesh/host-index';
import { fullHost, serviceNamed } from '../../mesh/hosts';
import { INSTALLATION_KINDS } from '../../mesh/installations';
import { SERVICE_ENTRY } from '../../mesh/istio-kinds';
import { Asker, findHost } from '../../mesh/known-hosts';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { namespacesWithService, nearHost, serviceMeant } from '../../mesh/services-by-name';
import { defineCheck, Judgement, Problem } from '../check';
import { isIpRange } from '../webhook/primitives/addresses';
import { meshRule } from './mesh-rule';

const unknownHost = meshRule('MESH013', 'error', ['unknown-host', 'A host is used that no client of this cluster can resolve.']);

/** Hosts of routes, and of endpoints, that nobody can resolve. Where requests are sent to is a matter of IST0101. */
export const unknownHostCheck = defineCheck({
  rules: [unknownHost],
  kinds: ['networking.istio.io/VirtualService', SERVICE_ENTRY],
  reads: ['Service', ISTIO_GATEWAY, 'flagger.app/Canary', ...INSTALLATION_KINDS],
  judge: (resource, { set }) => (resource.kind === SERVICE_ENTRY ? judgeEndpoints(resource, set) : judgeHosts(resource, set)),
});

function* judgeEndpoints({ spec }: Resource, set: ObjectSet): Judgement {
  for (const address of spec.at('endpoints').items().map(endpoint => endpoint.at('address'))) {
    const [, domain] = /\.svc\.([^/]+)$/.exec(address.text ?? '') ?? [];
    if (domain !== undefined && !clusterDomains(set).includes(domain)) {
      yield {
        rule: unknownHost,
        path: address.path,
        message: `${address.text} is in the cluster domain ${domain}, which this cluster cannot resolve`,
        repair: 'write the address of the east-west gateway of the other cluster, with port 15443',
      };
    }
  }
}

/** Hosts that begin with an asterisk, and those of gateways, are whatever clients call them. */
function* judgeHosts(virtualService: Resource, set: ObjectSet): Judgement {
  const { spec, namespace } = virtualService;
  if (!appliesToMesh(virtualService) || spec.at('gateways').texts.some(gateway => gateway !== 'mesh')) {
    return;
  }
  const asker = { namespace, exportTo: spec.at('exportTo').texts };
  const sent = new Set(destinationsOf(virtualService).map(({ host }) => fullHost(set, host.text ?? '', namespace)));
  for (const place of spec.at('hosts').items().filter(({ text = '' }) => isName(text))) {
    const host = fullHost(set, place.text!, namespace);
    if (!sent.has(host) && findHost(set, asker, host) === undefined) {
      yield* judgeHost(set, place, asker);
    }
  }
}

function isName(host: string): boolean {
  return host !== '' && !host.startsWith('*') && !isIpRange(host);
}

function* judgeHost(set: ObjectSet, { path, text = '' }: Field, asker: Asker): Judgement {
  const host = fullHost(set, text, asker.namespace);
  const service = serviceNamed(set, host, '');
  const isElsewhere = host !== text && namespacesWithService(set, text).length > 0;
  if (isElsewhere || isOfFlagger(set, host) || set.knows('Service', service.namespace, service.name)) {
    return;
  }
  const hidden = hiddenHost(set, asker, host);
  if (hidden === undefined && service.namespace !== '' && !isRepresented(set, service.namespace)) {
    yield { undecided: unknownHost, unknown: `namespace ${service.namespace}` };
  } else {
    yield { rule: unknownHost, path, severity: 'warning', ...(hidden === undefined ? whyUnknown(set, [text, host], asker) : whyHidden(hidden, asker)) };
  }
}

function whyUnknown(set: ObjectSet, [text, host]: readonly [text: string, host: string], { namespace }: Asker): Pick<Problem, 'message' | 'repair'> {
  const meant = serviceMeant(set, text);
  const near = meant ?? nearHost(set, text, namespace);
  const why = meant !== undefined ? ': a name with a dot is used as is, and not expanded'
    : near?.toLowerCase() === text.toLowerCase() ? `: Istio compares it case-sensitively, so the rule applies to clients of ${near} only on port 80`
      : ', so no client can call it unless DNS resolves it';
  return {
    message: `no Service or ServiceEntry in the input provides ${host}${why}`,
    repair: near === undefined ? repairOf(set, host, namespace) : `write ${near} if that is what you meant`,
  };
}

/** A VirtualService that names no gateway is for sidecars, and was often meant for the Gateway that has its host. */
function repairOf(set: ObjectSet, host: string, own: string): string {
  const [gateway] = gateways(set).covered(host);
  return gateway === undefined
    ? 'correct the host, or add a Service or ServiceEntry for it'
    : `for clients outside the mesh, add the Gateway that serves it: gateways: [${gateway.namespace === own ? gateway.name : gateway.fullName}]`;
}

const gateways = perSet(set => new HostIndex(set.of(ISTIO_GATEWAY).flatMap(gateway => (
  serversOf(gateway).flatMap(({ hosts }) => hosts.map(host => [calledName(host), gateway] as const))
))));
