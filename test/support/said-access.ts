import fc from 'fast-check';
import { AccessOptions, Caller, HttpMethod, ICaller, JwtIssuer, JwtOptions, PathMatch } from '../../lib';
import { AccessScene, Guarded } from './access-scene';
import type { PolicyAnswer, PolicyRequest } from './policy-request';

/** One verb as it is said, in words of the page. */
export interface Said {
  readonly of: Guarded;
  readonly verb: 'acceptJwt' | 'allowFrom' | 'denyFrom' | 'requireJwt';
  readonly who: keyof typeof CALLERS;
  readonly issuer: keyof typeof ISSUERS;
  readonly methods?: HttpMethod[];
  readonly hosts?: string[];
  readonly paths?: ReadonlyArray<readonly [how: 'below' | 'exact' | 'prefix', path: string]>;
  /** of the Service */
  readonly ports?: number[];
}

/** A request to a port of the Service, whose path is one that policies see as it is. */
export interface Sent extends Pick<PolicyRequest, 'host' | 'ip' | 'method' | 'path' | 'peer' | 'token'> {
  readonly port: number;
}

export interface SaidMesh {
  readonly isOpen: boolean;
  readonly isPermissive: boolean;
}

const ISSUERS = { staff: JwtIssuer.of({ issuer: 'https://staff.example.com', audiences: ['orders'] }), partners: JwtIssuer.of({ issuer: 'partners', keysUrl: 'https://partners.example.com/keys' }) };
const NAMES = { staff: 'https://staff.example.com', partners: 'partners' };

const fromOffice = (request: Sent): boolean => request.ip.startsWith('192.0.2.');
const ofReports = (request: Sent): boolean => request.peer?.startsWith('cluster.local/ns/reports/') === true;
const ofStaff = (request: Sent): boolean => request.token?.claims.iss === NAMES.staff;

/** Who can be named, and who that is. */
const CALLERS = {
  web: { is: (request: Sent) => request.peer === 'cluster.local/ns/shop/sa/web', of: ({ web }: AccessScene): ICaller => web },
  reports: { is: ofReports, of: () => Caller.namespaces('reports') },
  office: { is: fromOffice, of: () => Caller.cidr('192.0.2.0/24') },
  anyone: { is: () => true, of: () => Caller.anyone() },
  staff: { is: ofStaff, of: () => Caller.token(ISSUERS.staff) },
  admins: {
    is: (request: Sent) => ofStaff(request) && [request.token?.claims.role].flat().includes('admin'), of: () => Caller.token(ISSUERS.staff).withClaim('role', 'admin'),
  },
  ann: { is: (request: Sent) => ofStaff(request) && request.token?.claims.sub === 'ann', of: () => Caller.token(ISSUERS.staff).withSubject('ann') },
  reportsInOffice: { is: (request: Sent) => ofReports(request) && fromOffice(request), of: () => Caller.namespaces('reports').fromCidr('192.0.2.0/24') },
  reportsOfStaff: { is: (request: Sent) => ofReports(request) && ofStaff(request), of: () => Caller.namespaces('reports').withToken(ISSUERS.staff) },
} as const;
const WITH_TOKEN: readonly string[] = ['staff', 'admins', 'ann', 'reportsOfStaff'];

/** Of `orders`: those of the pods, by those of the Service. */
export const POD_PORTS: Readonly<Record<number, number>> = { 80: 8080, 90: 9090, 3306: 3306 };

/** Says it. @throws what the verb throws */
export function sayTo(scene: AccessScene, { of, verb, who, issuer, methods, hosts, paths, ports }: Said): void {
  const access = scene.accessOf(of);
  const matches = paths?.map(([how, path]) => PathMatch[how](path));
  const options: AccessOptions = { methods, hosts, paths: matches, ports: of === 'service' ? ports : ports?.map(port => POD_PORTS[port]) };
  const exempt: JwtOptions = { exemptPaths: matches, exemptPreflights: methods !== undefined };
  ({
    acceptJwt: () => access.acceptJwt(ISSUERS[issuer]),
    allowFrom: () => access.allowFrom(CALLERS[who].of(scene), options),
    denyFrom: () => access.denyFrom(CALLERS[who].of(scene), options),
    requireJwt: () => access.requireJwt(ISSUERS[issuer], exempt),
  })[verb]();
}

/** Who gets in, as one reads what is said, without a word of policies. */
export function meantAnswer(said: readonly Said[], mesh: SaidMesh, sent: Sent): PolicyAnswer['answer'] {
  if (sent.peer === undefined && !mesh.isPermissive) {
    return 'no connection';
  }
  const isSeen = sent.port !== 3306;
  const issuers = said.flatMap(issuersOf);
  const token = isSeen && issuers.length > 0 ? sent.token : undefined;
  const refusal = refusalOf(issuers, token);
  if (refusal !== undefined) {
    return refusal;
  }
  const request = { ...sent, token };
  const isKept = said.some(one => one.verb === 'denyFrom' && isMeant(one, request)) || (isSeen && lacksToken(said, request));
  return isLet(said, mesh, request) && !isKept ? 'allowed' : 403;
}

function isLet(said: readonly Said[], { isOpen }: SaidMesh, sent: Sent): boolean {
  const allowing = said.filter(({ verb }) => verb === 'allowFrom');
  return allowing.length === 0 ? isOpen : allowing.some(one => isMeant(one, sent));
}

function refusalOf(issuers: readonly string[], token: Sent['token']): 401 | 403 | undefined {
  if (token === undefined) {
    return undefined;
  }
  const { claims: { iss, aud }, isValid } = token;
  if (isValid === false || !issuers.includes(iss as string)) {
    return 401;
  }
  return iss === NAMES.staff && aud !== 'orders' ? 403 : undefined;
}

function issuersOf({ verb, who, issuer }: Said): string[] {
  const isJwt = verb === 'acceptJwt' || verb === 'requireJwt';
  return isJwt ? [NAMES[issuer]] : WITH_TOKEN.includes(who) ? [NAMES.staff] : [];
}

function isMeant({ who, methods, hosts, paths, ports }: Said, sent: Sent): boolean {
  const isOfRequests = WITH_TOKEN.includes(who) || [methods, hosts, paths].some(said => said !== undefined);
  const asked = [
    ports?.includes(sent.port),
    methods?.some(one => one as string === sent.method),
    hosts?.some(host => host.startsWith('*') ? sent.host.endsWith(host.slice(1)) : sent.host.split(':')[0] === host),
    paths?.some(path => isBelow(path, sent.path)),
  ];
  return CALLERS[who].is(sent) && (!isOfRequests || sent.port !== 3306) && !asked.includes(false);
}

/** Each scope asks by itself; in one, a token of one of its issuers is enough, and what is free is free of all. */
function lacksToken(said: readonly Said[], sent: Sent): boolean {
  const requiring = said.filter(({ verb }) => verb === 'requireJwt');
  return requiring.some(({ of }) => {
    const together = requiring.filter(one => one.of === of);
    const isFree = together.some(({ paths, methods }) => paths?.some(path => isBelow(path, sent.path)) === true || (methods !== undefined && sent.method === 'OPTIONS'));
    return !isFree && !together.some(({ issuer }) => NAMES[issuer] === sent.token?.claims.iss);
  });
}

function isBelow([how, path]: readonly [how: string, path: string], sent: string): boolean {
  // Slashes are read as servers read them.
  const text = sent.split('?')[0].replace(/(?:\/|%2f|%5c)+/gi, '/');
  return how === 'prefix' ? text.startsWith(path) : text === path || (how === 'below' && text.startsWith(path === '/' ? path : `${path}/`));
}

// Few of each, so that requests often are those that are meant.
const method = fc.constantFrom(HttpMethod.GET, HttpMethod.POST, HttpMethod.OPTIONS);
const text = fc.constantFrom('/', '/a', '/a/', '/a/b', '/ab', '//a', '/A', '/a?b=c', '/%2Fa');
const match = fc.tuple(fc.constantFrom('below' as const, 'exact' as const, 'prefix' as const), fc.constantFrom('/', '/a', '/a/b'));
const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 3 });
const often = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 1 });

/** What is said of some of them. */
export function someSaid(...of: readonly Guarded[]): fc.Arbitrary<Said[]> {
  return fc.array(fc.record({
    of: fc.constantFrom(...of),
    verb: fc.constantFrom('allowFrom' as const, 'allowFrom' as const, 'allowFrom' as const, 'denyFrom' as const, 'requireJwt' as const, 'acceptJwt' as const),
    who: fc.constantFrom(...Object.keys(CALLERS) as Array<Said['who']>),
    issuer: fc.constantFrom('staff' as const, 'partners' as const),
    options: fc.oneof(fc.constant({}), fc.record({
      methods: often(fc.uniqueArray(method, { minLength: 1, maxLength: 2 })),
      hosts: often(fc.constantFrom<string[]>(['shop.example.com'], ['*.example.com'], ['orders', 'shop.example.com'])),
      paths: often(fc.array(match, { minLength: 1, maxLength: 2 })),
      ports: often(fc.constantFrom<number[]>([80], [90], [3306], [80, 90])),
    })),
  }).map(({ options, verb, ...said }) => ({ ...said, verb, ...verb === 'denyFrom' ? { ...options, hosts: undefined, paths: undefined } : options })), { minLength: 1, maxLength: 4 });
}

const claims = fc.record({
  iss: fc.constantFrom(NAMES.staff, NAMES.staff, NAMES.partners, 'https://strangers.example.com'),
  sub: fc.constantFrom('ann', 'bob'),
  aud: fc.constantFrom('orders', 'orders', 'billing'),
  role: fc.constantFrom<unknown>('admin', ['clerk', 'admin'], 'clerk', 'admin clerk', 7),
});

/** Requests to `orders`. */
export const someSent: fc.Arbitrary<Sent> = fc.record({
  host: fc.constantFrom('shop.example.com', 'shop.example.com:80', 'a.shop.example.com', 'example.com', 'orders'),
  ip: fc.constantFrom('192.0.2.7', '10.244.0.9'),
  method,
  path: text,
  peer: sometimes(fc.constantFrom('cluster.local/ns/shop/sa/web', 'cluster.local/ns/shop/sa/web2', 'cluster.local/ns/reports/sa/web', 'cluster.local/ns/reports2/sa/daily')),
  port: fc.constantFrom(80, 90, 3306),
  token: sometimes(fc.record({ claims, isValid: fc.constantFrom(true, true, true, false) })),
});
