import { RE2JS } from 're2js';
import {
  Check, dnsLabel, duration, each, exportTo, Fields, fqdn, hostsOverlap, isAddress, isWithin, labels, of, percentage, port, subnet, when,
  wildcardDomain,
} from './primitives';

/** What the rules of one VirtualService depend on. */
interface Whole {
  readonly hosts: readonly string[];
  readonly atGateway: boolean;
}

export const virtualService: Check = (spec, at) => {
  const { hosts = [], gateways = [], exportTo: shared = [] } = spec;
  const whole: Whole = { hosts, atGateway: gateways.length > 0 && !gateways.includes('mesh') };
  const isThere = (name: string): boolean => spec[name]?.length > 0;
  return [
    ...['gateways', 'tls', 'tcp'].flatMap(name => when(hosts.length === 0 && isThere(name), `${at}.${name}: of a delegate`)),
    ...when(!['http', 'tls', 'tcp'].some(isThere), `${at}: no http, tls nor tcp`),
    ...gatewayNames(gateways as string[], `${at}.gateways`),
    ...hostsOf(whole, `${at}.hosts`),
    ...exportTo(shared as string[], `${at}.exportTo`),
    ...each<Fields>(spec.http, `${at}.http`, (route, place) => httpRoute(route, place, whole)),
    ...each<Fields>(spec.tls, `${at}.tls`, (route, place) => tlsRoute(route, place, whole)),
    ...each<Fields>(spec.tcp, `${at}.tcp`, ({ match, route }, place) => [...each(match, `${place}.match`, connectionMatch), ...targets(route, place)]),
  ];
};

function hostsOf({ hosts, atGateway }: Whole, at: string): string[] {
  return hosts.flatMap((host, index) => [
    ...isAddress(host) ? [] : wildcardDomain(host, at),
    ...when(host === '*' && !atGateway, `${at}: "*" inside of the mesh`),
    ...hosts.slice(index + 1).filter(other => hostsOverlap(host, other)).map(other => `${at}: ${host} has names in common with ${other}`),
  ]);
}

function httpRoute(route: Fields, at: string, whole: Whole): string[] {
  return [
    ...actions(route, at, whole),
    ...when(route.mirror && route.mirrors, `${at}: mirror and mirrors`),
    ...each<Fields>(route.match, `${at}.match`, (match, place) => httpMatch(match, place, whole)),
    ...of(route.headers, `${at}.headers`, headers),
    ...of(route.corsPolicy, `${at}.corsPolicy`, cors),
    ...of(route.fault, `${at}.fault`, fault),
    ...of(route.mirror, `${at}.mirror`, destination),
    ...each(route.mirrors, `${at}.mirrors`, mirror),
    ...of(route.redirect, `${at}.redirect`, redirect),
    ...of<Fields>(route.directResponse, `${at}.directResponse`, ({ status, body }, place) => [
      ...when(!(status >= 200 && status <= 600), `${place}.status: ${status}`), ...when(body?.string?.length > 1_048_576, `${place}.body: longer than 1 MiB`),
    ]),
    ...of(route.retries, `${at}.retries`, retries),
    ...of<Fields>(route.rewrite, `${at}.rewrite`, (rewrite, place) => rewritten(rewrite, place, route)),
    ...of(route.timeout, `${at}.timeout`, duration),
    ...of<readonly Fields[]>(route.route, at, weighted),
  ];
}

/** Which of the things that are done with a request are mutually exclusive. */
function actions({ delegate, redirect: away, route, directResponse, fault: faulty, rewrite }: Fields, at: string, { hosts }: Whole): string[] {
  if (delegate !== undefined) {
    return [...when(hosts.length === 0, `${at}: a delegate delegates`), ...when(away, `${at}: delegate and redirect`), ...when(route, `${at}: delegate and route`)];
  }
  const others = Object.entries({ route, fault: faulty, rewrite, directResponse: away && directResponse }).filter(([, value]) => value);
  const [own] = Object.entries({ redirect: away, directResponse }).find(([, value]) => value) ?? [];
  return own === undefined ? when(!route?.length, `${at}: no route, redirect, directResponse nor delegate`) : others.map(([name]) => `${at}: ${own} and ${name}`);
}

function httpMatch(match: Fields, at: string, { atGateway }: Whole): string[] {
  const { headers: asked = {}, withoutHeaders = {}, uri, scheme, method, authority, queryParams = {}, gateways = [] } = match;
  const texts = { ...asked, ...queryParams, scheme, method, authority };
  return [
    ...Object.keys({ ...asked, ...withoutHeaders }).flatMap(name => [
      ...when(!/^:(method|scheme|authority|path|status)$|^[-!#$%&'*+.^_`|~A-Za-z0-9]+$|^@request\.auth\.claims/.test(name), `${at}: "${name}" is no header`),
      ...when(name.startsWith('@') && !atGateway, `${at}: "${name}" inside of the mesh`),
    ]),
    ...Object.entries(texts).flatMap(([name, value]) => of(value as Fields | undefined, `${at}.${name}`, stringMatch)),
    ...Object.entries(withoutHeaders).flatMap(([name, value]) => (value as Fields).regex === '*' ? [] : of<Fields>(value as Fields, `${at}.${name}`, stringMatch)),
    ...of<Fields>(uri, `${at}.uri`, ({ regex }, place) => of(regex, place, regularExpression)),
    ...of(match.port, `${at}.port`, port),
    ...of(match.sourceLabels, `${at}.sourceLabels`, labels),
    ...gatewayNames(gateways as string[], `${at}.gateways`),
    ...of(match.sourceNamespace, `${at}.sourceNamespace`, dnsLabel),
  ];
}

const stringMatch: Check = ({ prefix, regex }, at) => [...when(prefix === '', `${at}: empty prefix`), ...of(regex, at, regularExpression)];

const regularExpression: Check<string> = (pattern, at) => {
  try {
    RE2JS.compile(pattern);
    return when(pattern === '' || Buffer.byteLength(pattern) > 1024, `${at}: pattern empty or longer than 1024 bytes`);
  } catch {
    return [`${at}: "${pattern}" is no RE2`];
  }
};

const headers: Check = ({ request = {}, response = {} }, at) => [
  ...Object.keys({ ...request.add, ...request.set }).flatMap(name => when(/^$|^:(?!authority$)/.test(name), `${at}.request: "${name}" cannot be set`)),
  ...[...request.remove ?? [], ...response.remove ?? [], ...Object.keys({ ...response.add, ...response.set })]
    .flatMap((name: string) => when(/^$|^host$|^:/i.test(name), `${at}: "${name}" cannot be changed`)),
  ...[request, response].flatMap(({ add, set }: Fields) => Object.values({ ...add, ...set }))
    // Of formats only what ends nowhere is seen here.
    .flatMap(value => when(/[\0-\x08\n-\x1f\x7f]/.test(value as string) || (value as string).split('%').length % 2 === 0, `${at}: "${String(value)}" is no value`)),
];

const cors: Check = ({ allowOrigins, allowMethods, allowHeaders = [], exposeHeaders = [], maxAge }, at) => [
  ...each<Fields>(allowOrigins, `${at}.allowOrigins`, (origin, place) => [
    ...when(Object.values(origin).join('') === '', `${place}: empty`), ...of(origin.regex, place, regularExpression),
  ]),
  ...each<string>(allowMethods, `${at}.allowMethods`, (method, place) => when(!/^(GET|HEAD|POST|PUT|PATCH|DELETE|CONNECT|OPTIONS|TRACE|\*)$/.test(method), `${place}: ${method}`)),
  ...[...allowHeaders, ...exposeHeaders].flatMap((name: string) => when(!/^[-!#$%&'*+.^_`|~A-Za-z0-9]+$/.test(name), `${at}: "${name}" is no header`)),
  ...of<string>(maxAge, `${at}.maxAge`, (age, place) => [...duration(age, place), ...when(/ms|\./.test(age), `${place}: ${age} has parts of a second`)]),
];

const GRPC = /^(OK|CANCELLED|UNKNOWN|INVALID_ARGUMENT|DEADLINE_EXCEEDED|NOT_FOUND|ALREADY_EXISTS|PERMISSION_DENIED|RESOURCE_EXHAUSTED|FAILED_PRECONDITION|ABORTED|OUT_OF_RANGE|UNIMPLEMENTED|INTERNAL|UNAVAILABLE|DATA_LOSS|UNAUTHENTICATED)$/;

const fault: Check = ({ abort, delay }, at) => [
  ...when(!abort && !delay, `${at}: neither abort nor delay`),
  ...of<Fields>(abort?.percentage, `${at}.abort`, percentage),
  ...of<string>(abort?.grpcStatus, `${at}.abort`, (status, place) => when(!GRPC.test(status), `${place}: ${status} is no status of gRPC`)),
  ...of<number>(abort?.httpStatus, `${at}.abort`, (status, place) => when(!(status >= 200 && status <= 600), `${place}: ${status} is no status`)),
  ...when(abort?.http2Error, `${at}.abort: http2Error`),
  ...of<Fields>(delay?.percentage, `${at}.delay`, percentage),
  ...of<string>(delay?.fixedDelay, `${at}.delay`, duration),
  ...when(delay?.exponentialDelay, `${at}.delay: exponentialDelay`),
];

const mirror: Check = ({ destination: to, percentage: share }, at) => [
  ...when(!to, `${at}: no destination`),
  ...of(to, `${at}.destination`, destination),
  ...of<Fields>(share, at, ({ value }, place) => when(value < 0 || value > 100, `${place}: ${value} %`)),
];

const redirect: Check = ({ uri, prefixRewrite, authority, port: number, derivePort, scheme, redirectCode = 301 }, at) => [
  ...when(uri && prefixRewrite, `${at}: uri and prefixRewrite`),
  ...when(![uri, prefixRewrite, authority, number, derivePort, scheme].some(Boolean), `${at}: changes nothing`),
  ...when(redirectCode < 300 || redirectCode > 399, `${at}: ${redirectCode} is no redirect`),
  ...when(scheme && !/^https?$/.test(scheme as string), `${at}: ${scheme} is no scheme`),
  ...of(number, `${at}.port`, port),
];

const RETRY_ON = /^([1-5]\d\d|5xx|gateway-error|reset|reset-before-request|connect-failure|retriable-4xx|refused-stream|retriable-status-codes|retriable-headers|envoy-ratelimited|http3-post-connect-failure|cancelled|deadline-exceeded|internal|resource-exhausted|unavailable)$/;

const retries: Check = ({ attempts = 0, perTryTimeout, retryOn, retryRemoteLocalities, backoff }, at) => [
  ...of(attempts, at, (value, place) => when(value < 0, `${place}: ${value} attempts`)),
  ...when(attempts === 0 && [perTryTimeout, retryOn, retryRemoteLocalities].some(Boolean), `${at}: 0 attempts, and how`),
  ...of(perTryTimeout, `${at}.perTryTimeout`, duration),
  ...of(backoff, `${at}.backoff`, duration),
  ...of<string>(retryOn, `${at}.retryOn`, (conditions, place) => conditions.split(',').flatMap(condition => when(!RETRY_ON.test(condition), `${place}: "${condition}"`))),
];

function rewritten({ uri, uriRegexRewrite, authority }: Fields, at: string, { headers: changed }: Fields): string[] {
  const names = [changed?.request?.set, changed?.request?.add].flatMap(values => Object.keys(values ?? {})).filter(name => /^(host|:authority)$/i.test(name));
  return [
    ...when(uri && uriRegexRewrite, `${at}: uri and uriRegexRewrite`),
    ...when(![uri, uriRegexRewrite, authority].some(Boolean), `${at}: changes nothing`),
    ...of<Fields>(uriRegexRewrite, at, ({ match, rewrite }, place) => [...when(!match || !rewrite, `${place}: match or rewrite empty`), ...regularExpression(match as string, place)]),
    ...when(names.length + Number(Boolean(authority)) > 1, `${at}: authority is set twice`),
  ];
}

function tlsRoute({ match = [], route }: Fields, at: string, { hosts }: Whole): string[] {
  return [
    ...when(match.length === 0, `${at}: no match`),
    ...each<Fields>(match, `${at}.match`, (one, place) => [
      ...connectionMatch(one, place),
      ...when(!one.sniHosts?.length, `${place}: no sniHosts`),
      ...each<string>(one.sniHosts, `${place}.sniHosts`, (name, where) => [
        ...isAddress(name) ? [] : wildcardDomain(name, where),
        ...when(!isAddress(name) && !hosts.some(host => isWithin(name, host)), `${where}: ${name} is none of the hosts`),
      ]),
    ]),
    ...targets(route, at),
  ];
}

const connectionMatch: Check = ({ destinationSubnets, port: number, sourceLabels, gateways = [] }, at) => [
  ...each(destinationSubnets, `${at}.destinationSubnets`, subnet),
  ...of(number, `${at}.port`, port),
  ...of(sourceLabels, `${at}.sourceLabels`, labels),
  ...gatewayNames(gateways, `${at}.gateways`),
];

function targets(route: readonly Fields[] | undefined, at: string): string[] {
  return [...when(route === undefined || route.length === 0, `${at}: no route`), ...weighted(route ?? [], at)];
}

function weighted(route: readonly Fields[], at: string): string[] {
  return [
    ...when(route.length > 1 && route.every(({ weight = 0 }) => weight === 0), `${at}.route: the weights come to 0`),
    ...each(route, `${at}.route`, (target, place) => [
      ...when(!target.destination, `${place}: no destination`),
      ...of(target.destination, `${place}.destination`, destination),
      ...when(target.weight < 0, `${place}: weight ${target.weight}`),
      ...of(target.headers, `${place}.headers`, headers),
    ]),
  ];
}

export const destination: Check = ({ host = '', subset, port: to }, at) => [
  ...host === '*' ? [`${at}: host "*"`] : wildcardDomain(host as string, `${at}.host`),
  ...of(subset, `${at}.subset`, dnsLabel),
  ...of<Fields>(to, `${at}.port`, ({ number = 0 }, place) => port(number as number, place)),
];

function gatewayNames(names: readonly string[], at: string): string[] {
  return each(names, at, (name, place) => (
    name.includes('/') ? name.split('/').flatMap(part => dnsLabel(part, place)) : fqdn(name, place)
  ));
}
