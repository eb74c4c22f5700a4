import { Check, clientTls, duration, duplicates, each, Fields, notNegative, of, port, when } from './primitives';

const FIELDS = ['outlierDetection', 'connectionPool', 'loadBalancer', 'tls'];

export const trafficPolicy: Check = (policy, at) => [
  ...when(![...FIELDS, 'portLevelSettings', 'tunnel', 'proxyProtocol', 'retryBudget'].some(name => policy[name]), `${at}: says nothing`),
  ...when(policy.tunnel && policy.proxyProtocol, `${at}: tunnel and proxyProtocol`),
  ...settings(policy, at),
  ...each<Fields>(policy.portLevelSettings, `${at}.portLevelSettings`, (own, place) => [
    ...when(!own.port, `${place}: no port`),
    ...of<Fields>(own.port, `${place}.port`, ({ number = 0 }, where) => port(number as number, where)),
    ...when(!FIELDS.some(name => own[name]), `${place}: says nothing`),
    ...settings(own, place),
  ]),
];

const settings: Check = ({ connectionPool: pool, loadBalancer: balancer, outlierDetection, tls }, at) => [
  ...of(outlierDetection, `${at}.outlierDetection`, ejection),
  ...of(pool, `${at}.connectionPool`, connectionPool),
  ...of(balancer, `${at}.loadBalancer`, loadBalancer),
  ...of(tls, `${at}.tls`, clientTls),
];

const ejection: Check = ({ baseEjectionTime, interval, maxEjectionPercent = 0, minHealthPercent = 0, ...local }, at) => [
  ...of(baseEjectionTime, `${at}.baseEjectionTime`, duration),
  ...of(interval, `${at}.interval`, duration),
  ...when(local.consecutiveLocalOriginFailures > 0 && !local.splitExternalLocalOriginErrors, `${at}: local failures that are not told apart`),
  ...[maxEjectionPercent, minHealthPercent].flatMap((value: number) => when(value < 0 || value > 100, `${at}: ${value} %`)),
];

export const connectionPool: Check = ({ http, tcp }, at) => [
  ...when(!http && !tcp, `${at}: neither http nor tcp`), ...of(http, `${at}.http`, requestPool), ...of(tcp, `${at}.tcp`, tcpPool),
];

const COUNTS = ['http1MaxPendingRequests', 'http2MaxRequests', 'maxRequestsPerConnection', 'maxRetries', 'maxConcurrentStreams'];

const requestPool: Check = (http, at) => [
  ...COUNTS.flatMap(name => of(http[name] as number | undefined, `${at}.${name}`, notNegative)),
  ...of(http.idleTimeout as string | undefined, `${at}.idleTimeout`, duration),
  ...when(http.h2UpgradePolicy === 'UPGRADE' && http.useClientProtocol, `${at}: UPGRADE and useClientProtocol`),
  ...of<Fields>(http.http2KeepAlive, `${at}.http2KeepAlive`, ({ interval, timeout }, place) => [
    ...when(!interval || !timeout, `${place}: interval or timeout missing`), ...of(interval, place, duration), ...of(timeout, place, duration),
  ]),
];

const tcpPool: Check = ({ maxConnections, connectTimeout, maxConnectionDuration, tcpKeepalive }, at) => [
  ...of(maxConnections, `${at}.maxConnections`, notNegative),
  ...[connectTimeout, maxConnectionDuration, tcpKeepalive?.time, tcpKeepalive?.interval].flatMap((value?: string) => of(value, at, duration)),
];

const loadBalancer: Check = ({ consistentHash: hash, localityLbSetting, zoneAwareLbSetting, warmup }, at) => [
  ...when(hash?.httpCookie && !hash.httpCookie.name, `${at}.consistentHash: a cookie without name`),
  ...of<readonly Fields[]>(hash?.httpCookie?.attributes, `${at}.consistentHash`, (attributes, place) => [
    ...when(attributes.some(({ name }) => !name), `${place}: an attribute without name`), ...duplicates(attributes.map(({ name }) => name as string), place),
  ]),
  ...when(hash?.minimumRingSize && (hash.ringHash || hash.maglev), `${at}.consistentHash: minimumRingSize and ringHash or maglev`),
  ...of<Fields>(hash?.maglev, `${at}.consistentHash.maglev`, ({ tableSize = 65_537 }, place) => when(!isPrime(tableSize as number) || tableSize >= 5_000_011, `${place}: ${tableSize} is no prime below 5,000,011`)),
  ...when(localityLbSetting && zoneAwareLbSetting, `${at}: two settings of localities`),
  ...of(localityLbSetting, `${at}.localityLbSetting`, locality),
  ...of<Fields>(warmup, `${at}.warmup`, ({ duration: time, minimumPercent = 0, aggression = 1 }, place) => [
    ...when(!time, `${place}: no duration`), ...of(time, place, duration), ...when(minimumPercent > 100, `${place}: ${minimumPercent} %`), ...when(aggression <= 0, `${place}: aggression ${aggression}`),
  ]),
];

const OWN_LABELS = /^topology\.(kubernetes\.io\/(region|zone)|istio\.io\/subzone)$/;

const locality: Check = ({ distribute, failover, failoverPriority = [] }, at) => [
  ...when(distribute && failover, `${at}: distribute and failover`),
  ...when(failover && failoverPriority.some((label: string) => OWN_LABELS.test(label)), `${at}: failover and failoverPriority by region`),
  ...each<Fields>(distribute, `${at}.distribute`, ({ from = '', to = {} }, place) => {
    const weights = Object.values<number>(to as Record<string, number>);
    return [
      ...when(weights.some(weight => weight < 1 || weight > 100) || weights.reduce((sum, weight) => sum + weight, 0) !== 100, `${place}: the weights do not come to 100`),
      ...localities(Object.keys(to as object), place),
      ...localities([from as string], place),
    ];
  }),
  ...localities((distribute ?? []).map(({ from = '' }: Fields) => from as string), `${at}.distribute`),
  ...each<Fields>(failover, `${at}.failover`, ({ from = '', to = '' }, place) => [
    ...when(from === to, `${place}: from and to are the same`), ...when(/[/*]/.test(`${from}${to}`), `${place}: no region`),
  ]),
];

/** Places, none of which may lie within another; what holds for all that remain stands last. */
function localities(places: readonly string[], at: string): string[] {
  const starts = places.map(place => place.replace(/\/?\*$/, ''));
  return [
    ...places.flatMap(place => when(/\*./.test(place) || place.split('/').includes(''), `${at}: "${place}" is no locality`)),
    ...starts.flatMap((start, index) => starts.slice(index + 1)
      .filter(other => [[start, other], [other, start]].some(([outer, inner]) => outer === inner || inner.startsWith(`${outer}/`)) || start === '')
      .map(other => `${at}: "${start}" and "${other}" overlap`)),
  ];
}

function isPrime(value: number): boolean {
  for (let divisor = 2; divisor * divisor <= value; divisor += 1) {
    if (value % divisor === 0) {
      return false;
    }
  }
  return value > 0;
}
