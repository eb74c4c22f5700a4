import { BlockList, isIPv6 } from 'node:net';
import { pathSeen } from './policy-path';
import type { PolicyRequest, PolicyTarget } from './policy-request';
import { claimTexts } from './policy-token';

type Lists = Readonly<Record<string, readonly string[]>>;

/** A rule of an AuthorizationPolicy, as it is written. */
export interface Rule {
  readonly from?: ReadonlyArray<{ readonly source: Lists }>;
  readonly to?: ReadonlyArray<{ readonly operation: Lists }>;
  readonly when?: ReadonlyArray<{ readonly key: string; readonly values?: readonly string[]; readonly notValues?: readonly string[] }>;
}

/** A rule with what is noted when it decides. */
export interface RuleText {
  readonly name: string;
  readonly rule: Rule;
  readonly provider?: string;
}

/** Where a rule is asked about what. */
export interface RuleCase {
  readonly action: string;
  readonly target: PolicyTarget;
  readonly request: PolicyRequest;
}

interface Condition {
  readonly attribute: string;
  readonly values: readonly string[];
  readonly isNot: boolean;
}

/** Whether a rule fits: one of its sources, one of its operations, and all of its conditions. */
export function isMet(rule: Rule, place: RuleCase): boolean {
  const sources = rule.from?.map(({ source }) => conditionsOf(source, SOURCES)) ?? [[]];
  const operations = rule.to?.map(({ operation }) => conditionsOf(operation, OPERATIONS)) ?? [[]];
  const always = (rule.when ?? []).flatMap(conditionOf);
  const isUnseen = (condition: Condition): boolean => place.target.protocol === 'tcp' && isOfRequests(condition);
  const isVoid = place.action === 'ALLOW' && [...sources, ...operations, always].flat().some(isUnseen);
  const holds = (list: readonly Condition[]): boolean => list.every(one => isUnseen(one) || one.isNot !== isTrue(one, place));
  return !isVoid && [sources, operations, [always]].every(alternatives => alternatives.some(holds));
}

function conditionOf({ key, values = [], notValues = [] }: NonNullable<Rule['when']>[number]): Condition[] {
  const both = [{ attribute: key, values, isNot: false }, { attribute: key, values: notValues, isNot: true }];
  return both.filter(one => one.values.length > 0);
}

const SOURCES: Readonly<Record<string, string>> = {
  principals: 'source.principal',
  namespaces: 'source.namespace',
  ipBlocks: 'source.ip',
  remoteIpBlocks: 'remote.ip',
  requestPrincipals: 'request.auth.principal',
};
const OPERATIONS: Readonly<Record<string, string>> = { hosts: 'request.host', methods: 'request.method', paths: 'request.path', ports: 'destination.port' };

function conditionsOf(lists: Lists, names: Readonly<Record<string, string>>): Condition[] {
  return Object.entries(lists).map(([field, values]) => {
    const isNot = field.startsWith('not');
    const attribute = names[isNot ? field[3].toLowerCase() + field.slice(4) : field];
    if (attribute === undefined) {
      throw new Error(`a policy has "${field}", of which nothing is known here`);
    }
    return { attribute, values, isNot };
  });
}

function isOfRequests({ attribute }: Condition): boolean {
  return attribute.startsWith('request.');
}

/** Whether one of the values is that of the request. */
function isTrue({ attribute, values }: Condition, { target, request }: RuleCase): boolean {
  const [, name, brackets] = /^([a-z.]+)(\[.*\])?$/.exec(attribute) ?? [];
  const test = TESTS[name];
  if (test === undefined) {
    throw new Error(`a policy asks for "${attribute}", of which nothing is known here`);
  }
  const inner = brackets?.slice(1, -1).split('][') ?? [];
  return values.some(value => test(value, { target, request, inner }));
}

type Test = (value: string, place: { readonly target: PolicyTarget; readonly request: PolicyRequest; readonly inner: readonly string[] }) => boolean;

const TESTS: Readonly<Record<string, Test>> = {
  'destination.port': (value, { target }) => value === String(target.port),
  'remote.ip': (value, { request: { ip, clientIp = ip } }) => isWithin(clientIp, value),
  'request.auth.audiences': (value, { request: { token } }) => claimTexts(token, ['aud']).some(text => isLike(text, value)),
  'request.auth.claims': (value, { request: { token }, inner }) => claimTexts(token, inner).some(text => isLike(text, value)),
  'request.auth.presenter': (value, { request: { token } }) => claimTexts(token, ['azp']).some(text => isLike(text, value)),
  'request.auth.principal': (value, { request: { token } }) => isPrincipal(token?.claims, value),
  'request.headers': (value, { request: { headers = {} }, inner: [name] }) => Object.keys(headers).some(key => (
    key.toLowerCase() === name.toLowerCase() && (value === '*' || isLike(headers[key], value))
  )),
  'request.host': (value, { request: { host } }) => isLike(host.toLowerCase(), value.toLowerCase()),
  'request.method': (value, { request: { method } }) => isLike(method, value),
  'request.path': (value, { target, request: { path } }) => isPath(pathSeen(path, target.decodesPaths), value),
  'source.ip': (value, { request: { ip } }) => isWithin(ip, value),
  'source.namespace': (value, { request: { peer } }) => isLike(/\/ns\/([^/]+)\//.exec(peer ?? '')?.[1] ?? '', value),
  'source.principal': (value, { request: { peer } }) => peer !== undefined && isLike(peer, value),
};

/** An asterisk stands for the rest at the end or at the beginning, alone for something, and elsewhere for itself. */
function isLike(text: string, value: string): boolean {
  if (value === '*') {
    return text !== '';
  }
  if (value.startsWith('*')) {
    return text.endsWith(value.slice(1));
  }
  return value.endsWith('*') ? text.startsWith(value.slice(0, -1)) : text === value;
}

/** The braces of a template stand for one segment that is not empty, or for all the rest, which may be. */
function isPath(text: string, value: string): boolean {
  if (!/\{\*{1,2}\}/.test(value)) {
    return isLike(text, value);
  }
  const parts = value.split(/(\{\*{1,2}\})/).map(part => ({ '{*}': '[^/]+', '{**}': '.*' })[part] ?? part.replace(/[^\w/]/g, '\\$&'));
  return new RegExp(`^${parts.join('')}$`).test(text);
}

/** The last slash divides the issuer from the subject, and both have to be there. */
function isPrincipal(claims: Readonly<Record<string, unknown>> | undefined, value: string): boolean {
  const [issuer, subject] = [claims?.iss, claims?.sub];
  if (typeof issuer !== 'string' || typeof subject !== 'string' || issuer === '' || subject === '') {
    return false;
  }
  const [issuers, subjects] = partsOf(value);
  return isLike(issuer, issuers) && isLike(subject, subjects);
}

function partsOf(value: string): [issuers: string, subjects: string] {
  const slash = value.lastIndexOf('/');
  if (slash >= 0) {
    return [value.slice(0, slash), value.slice(slash + 1)];
  }
  if (value.startsWith('*')) {
    return ['*', value];
  }
  // No subject is empty.
  return value.endsWith('*') ? [value, '*'] : [value, ''];
}

function isWithin(address: string, block: string): boolean {
  const [network, length] = block.split('/');
  const [kind, bits] = isIPv6(network) ? ['ipv6', 128] as const : ['ipv4', 32] as const;
  const list = new BlockList();
  list.addSubnet(network, length === undefined ? bits : Number(length), kind);
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
