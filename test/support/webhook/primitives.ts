// What istiod compares in objects of several kinds.

/** An object of YAML, of which only some fields are known here. */
export type Fields = Readonly<Record<string, any>>;

/** What is wrong with a part of an object, each beginning with where. */
export type Check<T = Fields> = (value: T, at: string) => string[];

export function when(isWrong: unknown, text: string): string[] {
  return isWrong ? [text] : [];
}

/** Checks what is there. */
export function of<T>(value: T | undefined, at: string, check: Check<T>): string[] {
  return value === undefined ? [] : check(value, at);
}

export function each<T>(values: readonly T[] | undefined, at: string, check: Check<T>): string[] {
  return (values ?? []).flatMap((value, index) => check(value, `${at}[${index}]`));
}

export function duplicates(values: readonly unknown[], at: string): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index).map(value => `${at}: ${String(value)} twice`);
}

export const dnsLabel: Check<string> = (value, at) => when(!isLabel(value), `${at}: "${value}" is no DNS label`);
export const port: Check<number> = (value, at) => when(!(Number.isInteger(value) && value >= 1 && value <= 65_535), `${at}: ${value} is no port`);
export const percentage: Check<{ value?: number }> = ({ value = 0 }, at) => when(value !== 0 && !(value >= 0.0001 && value <= 100), `${at}: ${value} is no percentage`);
export const notNegative: Check<number> = (value, at) => when(value < 0, `${at}: ${value} is negative`);

export function fqdn(value: string, at: string): string[] {
  const parts = value.replace(/\.$/, '').split('.');
  return when(value.length > 255 || /^\d+$/.test(parts.at(-1)!) || !parts.every(isLabel), `${at}: "${value}" is no full domain name`);
}

export function wildcardDomain(value: string, at: string): string[] {
  const [first, ...rest] = value.split('.');
  const isFirst = first === '*' || isLabel(first.replace(/^\*-?/, ''));
  return isFirst && (rest.length === 0 || fqdn(rest.join('.'), at).length === 0) ? [] : [`${at}: "${value}" is no domain`];
}

export function isAddress(value: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(value) || /^[\da-fA-F:]*:[\da-fA-F:]*$/.test(value);
}

/** An address, or a range of them. */
export const subnet: Check<string> = (value, at) => when(!isAddress(value.replace(/\/\d{1,3}$/, '')), `${at}: "${value}" is no address`);

/** At least a millisecond, and no part of one. */
export function duration(value: string, at: string): string[] {
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(ms|us|ns|[hms])/g)];
  const milliseconds = parts.reduce((sum, [, number, unit]) => sum + Number(number) * MILLISECONDS[unit], 0);
  const isWritten = parts.length > 0 && parts.map(([text]) => text).join('') === value;
  return when(!isWritten || milliseconds < 1 || !Number.isInteger(milliseconds), `${at}: "${value}" is no duration of whole milliseconds`);
}

const MILLISECONDS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, us: 0.001, ns: 0.000_001 };

export function labels(values: Readonly<Record<string, string>>, at: string): string[] {
  return Object.entries(values).flatMap(([name, value]) => [
    ...when(!/^([-a-zA-Z0-9.]{1,253}\/)?(?=.{1,63}$)([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/.test(name), `${at}: "${name}" is no name of a label`),
    ...when(!/^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/.test(value), `${at}: "${value}" is no value of a label`),
  ]);
}

export function workloadSelector({ labels: values = {}, matchLabels = {} }: Fields, at: string): string[] {
  return Object.entries({ ...values, ...matchLabels }).flatMap(([name, value]) => when(name === '' || `${name}${String(value)}`.includes('*'), `${at}: "${name}: ${String(value)}" selects nothing`));
}

export function exportTo(values: readonly string[], at: string): string[] {
  return [
    ...duplicates(values, at),
    ...when(values.includes('*') && values.length > 1, `${at}: "*" and others`),
    ...values.filter(value => !['.', '*'].includes(value)).flatMap(value => dnsLabel(value, at)),
  ];
}

const PROTOCOLS = /^(tcp|udp|grpc|grpc-web|http|http_proxy|http2|https|tls|mongo|redis|mysql)$/i;
export const isHttp = (protocol = ''): boolean => /^(http|http2|http_proxy|grpc|grpc-web)$/i.test(protocol);
export const isTls = (protocol = ''): boolean => /^(https|tls)$/i.test(protocol);

export const protocol: Check<string> = (value, at) => when(!PROTOCOLS.test(value), `${at}: "${value}" is no protocol`);

/** A host of a Gateway or a Sidecar, before which its namespace may stand. */
export function hostOfNamespace(value: string, at: string): string[] {
  const [host, namespace] = value.split('/').reverse();
  return [
    ...when(namespace !== undefined && !/^~?[*.]?$/.test(namespace) && !isLabel(namespace.replace(/^~/, '')), `${at}: "${namespace}" is no namespace`),
    ...when(host !== '*' && !host.includes('.'), `${at}: "${host}" is short`),
    ...when(host.includes('*') && host !== '*' && !host.startsWith('*.'), `${at}: "${host}" has a "*" amid a label`),
    ...isAddress(host) ? [] : wildcardDomain(host, at),
  ];
}

/** TLS that a proxy ends itself. */
export function serverTls(tls: Fields, at: string): string[] {
  const mode = (tls.mode ?? 'PASSTHROUGH') as string;
  const hasAny = ['serverCertificate', 'privateKey', 'caCertificates', 'tlsCertificates', 'credentialName', 'credentialNames'].some(name => tls[name]);
  if (mode === 'ISTIO_MUTUAL') {
    return when(hasAny, `${at}: certificates for ISTIO_MUTUAL`);
  }
  const files = tls.serverCertificate && tls.privateKey;
  const secret = tls.credentialName ?? tls.credentialNames;
  const ends = /^(SIMPLE|MUTUAL|OPTIONAL_MUTUAL)$/.test(mode) && secret === undefined;
  return [
    ...when([files, tls.credentialName, tls.credentialNames, tls.tlsCertificates].filter(Boolean).length > 1, `${at}: several certificates`),
    ...when(ends && mode !== 'SIMPLE' && !tls.caCertificates, `${at}: ${mode} without caCertificates`),
    ...when(ends && !tls.tlsCertificates && !files, `${at}: ${mode} without certificate`),
  ];
}

/** TLS that a proxy begins. */
export function clientTls(tls: Fields, at: string): string[] {
  const { mode, credentialName, clientCertificate, privateKey, caCertificates, insecureSkipVerify, subjectAltNames } = tls;
  const files = [clientCertificate, privateKey, caCertificates, tls.caCrl];
  return [
    ...when(insecureSkipVerify && (caCertificates || subjectAltNames || (mode === 'SIMPLE' && credentialName)), `${at}: verifies nothing by something`),
    ...when(/^(SIMPLE|MUTUAL)$/.test(mode as string) && credentialName && files.some(Boolean), `${at}: credentialName and files`),
    ...when(mode === 'MUTUAL' && !credentialName && !(clientCertificate && privateKey), `${at}: MUTUAL without certificate`),
  ];
}

/** Whether two hosts have a name in common. */
export function hostsOverlap(a: string, b: string): boolean {
  return a === b || endsAs(a, b) || endsAs(b, a);
}

/** Whether a host is one of those that another stands for. */
export function isWithin(host: string, outer: string): boolean {
  return host === outer || endsAs(outer, host);
}

function endsAs(wildcard: string, host: string): boolean {
  return wildcard.startsWith('*') && host.endsWith(wildcard.slice(1));
}

function isLabel(value: string): boolean {
  return /^(?=.{1,63}$)[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$/.test(value);
}
