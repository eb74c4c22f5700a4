import {
  AuthorizationPolicySpec, AuthorizationPolicySpecAction, AuthorizationPolicySpecRules, AuthorizationPolicySpecRulesFromSource,
  AuthorizationPolicySpecRulesToOperation, AuthorizationPolicySpecRulesWhen,
} from '../../../imports/security.istio.io';
import { PathMatch, PathMatchKind } from '../../mesh/path-match';
import type { AccessPolicyIntent, AccessRuleIntent, AskedIntent } from '../../mesh/private/access/access-intent';
import type { CallerIntent, IdentityIntent } from '../../mesh/private/access/caller-intent';
import { selection } from './selection';

/** Who may call, as an AuthorizationPolicy says it. One without rules says that no request fits. */
export function authorizationPolicySpec({ pods, action, rules }: AccessPolicyIntent): AuthorizationPolicySpec {
  return {
    ...selection(pods),
    ...typeof action === 'string' ? { action: ACTIONS[action] } : { action: AuthorizationPolicySpecAction.CUSTOM, provider: { name: action.ask } },
    rules: rules.length === 0 ? undefined : rules.map(policyRule),
  };
}

/** To allow is what a policy does that says nothing else. */
const ACTIONS = { allow: undefined, audit: AuthorizationPolicySpecAction.AUDIT, deny: AuthorizationPolicySpecAction.DENY } as const;

function policyRule({ caller, lacks, asked }: AccessRuleIntent): AuthorizationPolicySpecRules {
  const source = sourceOf(caller, lacks);
  const operation = operationOf(asked);
  const when = conditionsOf(caller);
  return {
    from: isEmpty(source) ? undefined : [{ source }],
    to: isEmpty(operation) ? undefined : [{ operation }],
    when: when.length === 0 ? undefined : when,
  };
}

function sourceOf({ identity, namespaces, address, token }: CallerIntent, lacks?: readonly string[]): AuthorizationPolicySpecRulesFromSource {
  return {
    principals: identity && [principalOf(identity)],
    namespaces: namespaces && [...namespaces],
    ...address && { [BLOCKS[address.of]]: [...address.ranges] },
    requestPrincipals: token && [`${token.issuer.issuer}/${isPlain(token.subject) ? token.subject : '*'}`],
    notRequestPrincipals: lacks?.map(issuer => `${issuer}/*`),
  };
}

/** Of the last connection, and of the client that the proxies before a gateway tell of. */
const BLOCKS = { connection: 'ipBlocks', client: 'remoteIpBlocks' } as const;

/** Who pods are, as policies name it. */
export function principalOf({ trustDomain, namespace, account }: IdentityIntent): string {
  return `${trustDomain}/ns/${namespace}/sa/${account}`;
}

function operationOf({ hosts, methods, paths, ports, exceptMethods, exceptPaths }: AskedIntent): AuthorizationPolicySpecRulesToOperation {
  return {
    hosts: hosts?.flatMap(hostTexts),
    methods: methods && [...methods],
    paths: paths?.flatMap(pathTexts),
    ports: ports?.map(String),
    notMethods: exceptMethods && [...exceptMethods],
    notPaths: exceptPaths?.flatMap(pathTexts),
  };
}

/** A client may write the port behind the name, and a policy compares all of the text. Of two asterisks, it takes the second for a letter. */
function hostTexts(host: string): string[] {
  return host.startsWith('*') ? [host] : [host, `${host}:*`];
}

function pathTexts({ kind, path }: PathMatch): string[] {
  switch (kind) {
    case PathMatchKind.BELOW: return path === '/' ? ['/*'] : [path, `${path}/*`];
    case PathMatchKind.PREFIX: return [`${path}*`];
    default: return [path];
  }
}

/** Whether a subject can stand behind its issuer. Istio takes the last slash of both for that between them. */
function isPlain(subject?: string): subject is string {
  return subject?.includes('/') === false;
}

function conditionsOf({ token }: CallerIntent): AuthorizationPolicySpecRulesWhen[] {
  const { claims = [], subject } = token ?? {};
  const all = subject === undefined || isPlain(subject) ? claims : [{ path: ['sub'], values: [subject] }, ...claims];
  return all.map(({ path, values }) => ({ key: `request.auth.claims${path.map(name => `[${name}]`).join('')}`, values: [...values] }));
}

function isEmpty(block: object): boolean {
  return Object.values(block).every(value => value === undefined);
}
