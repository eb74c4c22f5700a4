import { clusterDomains } from '../../mesh/cluster-domain';
import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { appliesToMesh, ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { calledName, serversOf } from '../../mesh/gateway-servers';
import { HostIndex } from '../../mesh/host-index';
import { serviceNamed } from '../../mesh/hosts';
import { INSTALLATION_KINDS } from '../../mesh/installations';
import { SERVICE_ENTRY } from '../../mesh/istio-kinds';
import { findHost } from '../../mesh/known-hosts';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { nearHost, serviceMeant } from '../../mesh/services-by-name';
import { defineCheck, Judgement } from '../check';
import { isIpRange } from '../webhook/primitives/addresses';
import { meshRule } from './mesh-rule';

const unknownHost = meshRule('MESH013', 'error', ['unknown-host', 'A host is named that no client of this cluster can find.']);

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
        message: `${address.text} is a name of a cluster whose domain is ${domain}, and this one cannot resolve it`,
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
  for (const place of spec.at('hosts').items()) {
    const host = place.text ?? '';
    if (!host.startsWith('*') && host.includes('.') && !isIpRange(host) && findHost(set, asker, host) === undefined) {
      yield* judgeHost(set, place, host, namespace);
    }
  }
}

function* judgeHost(set: ObjectSet, { path }: Field, host: string, own: string): Judgement {
  const { namespace, name } = serviceNamed(set, host, '');
  if (isOfFlagger(set, host) || set.knows('Service', namespace, name)) {
    return;
  }
  if (namespace !== '' && !isRepresented(set, namespace)) {
    yield { undecided: unknownHost, unknown: `namespace ${namespace}` };
    return;
  }
  const meant = serviceMeant(set, host);
  yield {
    rule: unknownHost,
    path,
    message: `the input shows no Service or ServiceEntry for ${host}${meant === undefined ? ', and no client calls it unless DNS knows it' : TAKEN_AS_IT_IS}`,
    repair: meant === undefined ? repairOf(set, host, own) : `write ${meant}, if that is meant`,
    severity: 'warning',
  };
}

/** A VirtualService that names no gateway is for sidecars, and was often meant for the Gateway that has its host. */
function repairOf(set: ObjectSet, host: string, own: string): string {
  const [gateway] = gateways(set).covered(host);
  if (gateway === undefined) {
    const near = nearHost(set, host, own);
    return near === undefined ? 'correct the host, or add the Service or ServiceEntry that provides it' : `write ${near}, if that is meant`;
  }
  return `name the Gateway that serves it, gateways: [${gateway.namespace === own ? gateway.name : gateway.fullName}], if clients outside are meant`;
}

const gateways = perSet(set => new HostIndex(set.of(ISTIO_GATEWAY).flatMap(gateway => (
  serversOf(gateway).flatMap(({ hosts }) => hosts.map(host => [calledName(host), gateway] as const))
))));

const TAKEN_AS_IT_IS = ': what has a dot is taken as it is, and not completed';
