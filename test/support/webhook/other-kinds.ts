import {
  Check, dnsLabel, duplicates, each, exportTo, Fields, fqdn, hostOfNamespace, isAddress, isHttp, isTls, labels, of, port, protocol, serverTls, subnet,
  when, wildcardDomain, workloadSelector,
} from './primitives';
import { connectionPool, trafficPolicy } from './traffic-policy';
import { destination } from './virtual-service';

export const destinationRule: Check = ({ host = '', subsets = [], trafficPolicy: policy, exportTo: shared = [], workloadSelector: selector }, at) => [
  ...wildcardDomain(host as string, `${at}.host`),
  ...of(policy, `${at}.trafficPolicy`, trafficPolicy),
  ...duplicates(subsets.map(({ name }: Fields) => name as string), `${at}.subsets`),
  ...each<Fields>(subsets, `${at}.subsets`, (subset, place) => [
    ...dnsLabel((subset.name ?? '') as string, `${place}.name`), ...of(subset.labels, `${place}.labels`, labels), ...of(subset.trafficPolicy, `${place}.trafficPolicy`, trafficPolicy),
  ]),
  ...exportTo(shared, `${at}.exportTo`),
  ...of(selector, `${at}.workloadSelector`, workloadSelector),
];

export const gateway: Check = ({ servers = [] }, at) => [
  ...when(servers.length === 0, `${at}: no servers`),
  ...duplicates(servers.map((server: Fields) => server.port?.name as string), `${at}.servers`),
  ...each<Fields>(servers, `${at}.servers`, ({ hosts = [], port: own, bind, tls }, place) => [
    ...when(hosts.length === 0, `${place}: no hosts`),
    ...each(hosts as string[], `${place}.hosts`, hostOfNamespace),
    ...when(!own, `${place}: no port`),
    ...of<Fields>(own, `${place}.port`, (one, where) => [...portOf(one, where), ...when(!one.name, `${where}: no name`)]),
    ...when(bind && !isAddress(bind as string) && !(bind as string).startsWith('unix://'), `${place}: bind "${bind}"`),
    ...of(tls, `${place}.tls`, serverTls),
    ...of<Fields>(own, place, one => tlsOfServer(one.protocol as string, tls as Fields, place)),
  ]),
];

function tlsOfServer(spoken: string, tls: Fields | undefined, at: string): string[] {
  if (isTls(spoken)) {
    return when(!tls, `${at}: ${spoken} without tls`);
  }
  const redirects = isHttp(spoken) && /PASSTHROUGH$/.test(tls?.mode as string ?? 'PASSTHROUGH') && ![tls?.caCertificates, tls?.privateKey, tls?.serverCertificate].some(Boolean);
  return when(tls && !redirects, `${at}: ${spoken} with tls`);
}

function portOf({ name, number = 0, protocol: spoken, targetPort = 0 }: Fields, at: string): string[] {
  return [
    ...of(name, `${at}.name`, dnsLabel),
    ...port(number as number, `${at}.number`),
    ...protocol((spoken ?? '') as string, `${at}.protocol`),
    ...when(targetPort > 0, `${at}: targetPort`),
  ];
}

export const serviceEntry: Check = (entry, at) => {
  const { hosts = [], resolution = 'NONE', endpoints = [], workloadSelector: selector, exportTo: shared = [] } = entry;
  return [
    ...of(selector, `${at}.workloadSelector`, workloadSelector),
    ...when(selector && endpoints.length > 0, `${at}: workloadSelector and endpoints`),
    ...when(hosts.length === 0, `${at}: no hosts`),
    ...each<string>(hosts, `${at}.hosts`, (host, place) => host === '*' ? [`${place}: "*"`] : wildcardDomain(host, place)),
    ...entryAddresses(entry, at),
    ...entryPorts(entry, at),
    ...RESOLUTIONS[resolution as string](entry, at),
    ...exportTo(shared.filter((name: string) => name !== '~'), `${at}.exportTo`),
    ...when(shared.includes('~') && shared.length > 1, `${at}.exportTo: "~" and others`),
  ];
};

const entryAddresses: Check = ({ addresses = [], resolution = 'NONE' }, at) => [
  ...each(addresses as string[], `${at}.addresses`, subnet),
  ...when(!/^(NONE|STATIC)$/.test(resolution as string) && addresses.join().includes('/'), `${at}: a range of addresses with ${resolution}`),
];

const entryPorts: Check = ({ hosts = [], ports = [], resolution = 'NONE' }, at) => {
  const ofConnections = ports.filter(({ protocol: spoken }: Fields) => !isHttp(spoken as string) && !isTls(spoken as string));
  return [
    ...duplicates(ports.map(({ name }: Fields) => name as string), `${at}.ports`),
    ...duplicates(ports.map(({ number }: Fields) => number as number), `${at}.ports`),
    ...each<Fields>(ports, `${at}.ports`, ({ name = '', number = 0, protocol: spoken, targetPort }, place) => [
      ...dnsLabel(name as string, place), ...port(number as number, place), ...of(targetPort, place, port), ...of(spoken, place, protocol),
    ]),
    ...when(resolution !== 'NONE' && hosts.length > 1 && ofConnections.length > 0, `${at}: several hosts at a port of connections`),
  ];
};

const byName: Check = ({ hosts = [], endpoints = [], ports = [] }, at) => (
  endpoints.length > 0 ? endpointsOf(endpoints as Fields[], ports as Fields[], at) : each(hosts as string[], `${at}.hosts`, fqdn)
);

const RESOLUTIONS: Readonly<Record<string, Check>> = {
  NONE: ({ endpoints = [] }, at) => when(endpoints.length > 0, `${at}: endpoints without resolution`),
  STATIC: ({ endpoints = [], ports = [] }, at) => [
    ...endpointsOf(endpoints as Fields[], ports as Fields[], at),
    ...each<Fields>(endpoints, `${at}.endpoints`, ({ address = '' }, place) => when(address !== '' && !isAddress(address as string) && !(address as string).startsWith('unix://'), `${place}: "${address}" is no address`)),
  ],
  DNS: byName,
  DNS_ROUND_ROBIN: (entry, at) => [...when(entry.endpoints?.length > 1, `${at}: several endpoints in turn`), ...byName(entry, at)],
  DYNAMIC_DNS: ({ hosts = [], addresses = [], endpoints = [], ports = [] }, at) => [
    ...when(!hosts.every((host: string) => host.startsWith('*')), `${at}: DYNAMIC_DNS of one host`),
    ...when(addresses.length > 0 || endpoints.length > 0, `${at}: DYNAMIC_DNS with addresses or endpoints`),
    ...when(!ports.every(({ protocol: spoken }: Fields) => /^(HTTP|TLS|GRPC|HTTP2)$/i.test(spoken as string)), `${at}: DYNAMIC_DNS of other protocols than HTTP, TLS, GRPC and HTTP2`),
  ],
};

function endpointsOf(endpoints: readonly Fields[], known: readonly Fields[], at: string): string[] {
  return each(endpoints, `${at}.endpoints`, ({ address, network, labels: marks, ports = {} }, place) => [
    ...when(!address && !network, `${place}: neither address nor network`),
    ...address && !isAddress(address as string) && !(address as string).startsWith('unix://') ? fqdn(address as string, place) : [],
    ...of(marks, `${place}.labels`, labels),
    ...Object.entries(ports as Record<string, number>).flatMap(([name, number]) => [
      ...when(!known.some(one => one.name === name), `${place}: port ${name} is none of the entry`), ...dnsLabel(name, place), ...port(number, place),
    ]),
  ]);
}

export const sidecar: Check = ({ workloadSelector: selector, egress, ingress = [], outboundTrafficPolicy: outbound, inboundConnectionPool }, at) => [
  ...of(selector, `${at}.workloadSelector`, workloadSelector),
  ...when(!egress?.length && !ingress.length && !outbound && !inboundConnectionPool, `${at}: says nothing`),
  ...duplicates(ingress.map((one: Fields) => one.port?.number as number), `${at}.ingress`),
  ...each<Fields>(ingress, `${at}.ingress`, (one, place) => [
    ...when(!one.port, `${place}: no port`),
    ...of<Fields>(one.port, `${place}.port`, (own, where) => portOf({ ...own, protocol: own.protocol ?? 'TCP' }, where)),
    ...when(one.bind && !isAddress(one.bind as string), `${place}: bind "${one.bind}"`),
    ...of<string>(one.defaultEndpoint, `${place}.defaultEndpoint`, inboundEndpoint),
    ...of<Fields>(one.tls, `${place}.tls`, (tls, where) => [
      ...when(['subjectAltNames', 'httpsRedirect', 'credentialName', 'credentialNames', 'tlsCertificates'].some(name => tls[name]), `${where}: what only gateways have`),
      ...when(/^(ISTIO_MUTUAL|AUTO_PASSTHROUGH)$/.test(tls.mode as string), `${where}: ${tls.mode}`),
      ...when(!isTls(one.port?.protocol as string), `${where}: of ${one.port?.protocol}`),
      ...serverTls(tls, where),
    ]),
    ...of(one.connectionPool, `${place}.connectionPool`, connectionPool),
  ]),
  ...of(inboundConnectionPool, `${at}.inboundConnectionPool`, connectionPool),
  ...each<Fields>(egress, `${at}.egress`, ({ hosts = [], port: own }, place) => [
    ...when(hosts.length === 0, `${place}: no hosts`),
    ...each<string>(hosts, `${place}.hosts`, (host, where) => [...when(!host.includes('/'), `${where}: "${host}" without namespace`), ...hostOfNamespace(host, where)]),
    ...own ? portOf(own as Fields, `${place}.port`) : when(place !== `${at}.egress[${egress.length - 1}]`, `${place}: without port, and not the last`),
  ]),
  ...when(outbound?.egressProxy && outbound.mode !== 'ALLOW_ANY', `${at}: egressProxy of ${outbound?.mode}`),
  ...of<Fields>(outbound?.egressProxy, `${at}.egressProxy`, destination),
];

const inboundEndpoint: Check<string> = (endpoint, at) => {
  const [, host, number] = /^(.*):(\d+)$/.exec(endpoint) ?? [];
  return endpoint.startsWith('unix://') ? when(!/^unix:\/\/(@|\/.*[^/]$)/.test(endpoint), `${at}: no path`) : [
    ...when(!['', '127.0.0.1', '0.0.0.0', '::1', '::', '[::1]', '[::]'].includes(host), `${at}: "${endpoint}"`), ...port(Number(number), at),
  ];
};
