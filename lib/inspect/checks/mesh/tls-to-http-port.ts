import type { Field } from '../../mesh/field';
import { HostIndex } from '../../mesh/host-index';
import { fullHost } from '../../mesh/hosts';
import { DESTINATION_RULE, SERVICE_ENTRY } from '../../mesh/istio-kinds';
import { isLeftToZtunnel, ZTUNNEL_KINDS } from '../../mesh/left-to-ztunnel';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { portNumber, portWords } from '../../mesh/port-number';
import { isHttp, isTls } from '../../mesh/protocols';
import type { Resource } from '../../mesh/resource';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const tlsToHttpPort = meshRule('MESH109', 'warning', ['tls-to-http-port', 'Port 443 of a host outside the mesh is declared as HTTP, or receives plain HTTP, but expects TLS.']);

const BACKEND_TLS_POLICY = 'gateway.networking.k8s.io/BackendTLSPolicy';

/** The port of HTTPS, said to be HTTP, where no proxy makes HTTPS of it. */
export const tlsToHttpPortCheck = defineCheck({
  rules: [tlsToHttpPort],
  kinds: [SERVICE_ENTRY],
  fields: ['ports'],
  reads: [DESTINATION_RULE, BACKEND_TLS_POLICY, ...ZTUNNEL_KINDS],
  * judge(entry, { set }) {
    yield* set.settings.complete && isOutside(entry.spec) ? plainTo443(set, entry) : [];
    const port = isOutside(entry.spec) ? entry.spec.at('ports').items().find(isHttpAt443) : undefined;
    if (port === undefined || isEncrypted(set, entry) || isLeftToZtunnel(set, entry, [entry])) {
      return;
    }
    if (!set.settings.complete && set.of(DESTINATION_RULE).length === 0) {
      yield { undecided: tlsToHttpPort, unknown: 'DestinationRules' };
    } else {
      yield {
        rule: tlsToHttpPort,
        path: port.at('protocol').path,
        message: `hosts outside the mesh use TLS on port 443: proxies parse the TLS that applications send as ${port.at('protocol').text}, and reject it`,
        repair: 'write protocol: HTTPS, or originate TLS with a DestinationRule with tls.mode SIMPLE, for applications that call http://',
      };
    }
  },
});

/** Ports of HTTP whose requests go to that of HTTPS as they are. Only where all DestinationRules are known: one that encrypts is how it is meant. */
function plainTo443(set: ObjectSet, entry: Resource): Problem[] {
  const ports = entry.spec.at('ports').items().filter(port => leadsTo443(port) && isHttp(port.at('protocol').text ?? ''));
  return ports.length === 0 || isMadeTls(set, entry) || isLeftToZtunnel(set, entry, [entry]) ? [] : ports.map(port => ({
    rule: tlsToHttpPort,
    path: port.at('targetPort').path,
    message: `requests for ${portWords(port, 'number')} go to port 443 in plain text, where hosts outside the mesh expect TLS: no DestinationRule in the input makes proxies originate it`,
    repair: 'add a DestinationRule for the host with tls.mode SIMPLE, or remove targetPort',
  }));
}

function leadsTo443(port: Field): boolean {
  return portNumber(port.at('targetPort')) === 443 && portNumber(port.at('number')) !== 443;
}

/** Whether an entry stands for hosts outside, at the ports that it says. */
function isOutside(spec: Field): boolean {
  const endpoints = spec.at('endpoints').items();
  return (spec.at('location').text ?? 'MESH_EXTERNAL') === 'MESH_EXTERNAL' && !spec.at('workloadSelector').isSet && !endpoints.some(one => one.at('ports').isFilled);
}

function isHttpAt443(port: Field): boolean {
  return portNumber(port.at('number')) === 443 && isHttp(port.at('protocol').text ?? '') && [undefined, 443].includes(portNumber(port.at('targetPort')));
}

/** Whether proxies originate TLS for an entry, or another one says that its port speaks TLS, of which IST0177 tells. */
function isEncrypted(set: ObjectSet, entry: Resource): boolean {
  return isMadeTls(set, entry) || entry.spec.at('hosts').texts.some(host => tlsHosts(set).meets(fullHost(set, host, entry.namespace)));
}

const tlsHosts = perSet(set => new HostIndex(
  set.of(SERVICE_ENTRY).filter(isTlsAt443).flatMap(({ spec }) => spec.at('hosts').texts.map(host => [host, undefined] as const)),
));

function isMadeTls(set: ObjectSet, { spec, namespace, name }: Resource): boolean {
  const { hosts, names } = originated(set);
  return names.has(name) || spec.at('hosts').texts.some(host => names.has(host) || hosts.meets(fullHost(set, host, namespace)));
}

/** For whom proxies originate TLS: the hosts of DestinationRules, and the names of what policies of the Gateway API target. */
const originated = perSet(set => ({
  hosts: new HostIndex(
    set.of(DESTINATION_RULE).filter(saysTls).map(({ spec, namespace }) => [fullHost(set, spec.at('host').text ?? '', namespace), undefined] as const),
  ),
  names: new Set(set.of(BACKEND_TLS_POLICY).flatMap(({ spec }) => spec.at('targetRefs').items()).map(target => target.at('name').text ?? '')),
}));

function isTlsAt443({ spec }: Resource): boolean {
  return spec.at('ports').items().some(port => portNumber(port.at('number')) === 443 && isTls(port.at('protocol').text ?? ''));
}

function saysTls({ spec }: Resource): boolean {
  const policies = [spec.at('trafficPolicy'), ...spec.at('subsets').items().map(subset => subset.at('trafficPolicy'))];
  return policies.some(policy => [policy, ...policy.at('portLevelSettings').items()].some(holder => holder.at('tls').isSet));
}
