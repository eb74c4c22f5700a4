import { groupBy } from '../../group-by';
import { Field } from '../../mesh/field';
import { REQUEST_AUTHENTICATION, VIRTUAL_SERVICE } from '../../mesh/istio-kinds';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { policyIndexOf } from '../../mesh/policy-index';
import { hasProxiedPods, PROXIED_READS } from '../../mesh/policy-pods';
import { policyTargets, reachKey } from '../../mesh/policy-reach';
import { asksForToken, denialsWithoutToken, isInForce } from '../../mesh/policy-tokens';
import { operationsOf } from '../../mesh/policy-workloads';
import type { Resource } from '../../mesh/resource';
import { httpMatches } from '../../mesh/route-entries';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const tokenOptional = meshRule(
  'MESH016', 'warning', ['token-optional', 'One policy requires a token, but another one allows callers without.'],
);

const KIND = 'security.istio.io/AuthorizationPolicy';

/** Tokens that a policy asks for, or a RequestAuthentication verifies, and that nobody needs. */
export const tokenOptionalCheck = defineCheck({
  rules: [tokenOptional],
  kinds: [KIND, REQUEST_AUTHENTICATION],
  fields: ['requestPrincipals', 'when', 'jwtRules'],
  reads: [VIRTUAL_SERVICE, ...PROXIED_READS],
  judge: (resource, { set }) => (resource.kind === KIND ? judgePolicy(resource, set) : judgeAuthentication(resource, set)),
});

function* judgePolicy(policy: Resource, set: ObjectSet): Judgement {
  const rules = policy.spec.at('rules').items();
  if (!isInForce(policy, 'ALLOW') || rules.length === 0 || !rules.every(rule => asksForToken(rule) && !asksForPeer(rule))) {
    return;
  }
  const key = [reachKey(policy), JSON.stringify(rules.map(rule => operationsOf([rule]).map(one => OF_REQUESTS.map(name => one.at(name).texts))))].join('\n');
  const other = answers(set, key, () => otherThatAdmits(set, policy));
  if (other !== undefined) {
    yield {
      rule: tokenOptional,
      path: policy.spec.at('rules').path,
      message: `AuthorizationPolicy ${other.fullName} allows callers of the same workloads without a token, and matching one of the two is enough`,
      repair: 'reject requests without a token: action DENY with notRequestPrincipals ["*"]; or add requestPrincipals to the rules of the other policy',
    };
  }
}

/** Only where the input is everything there is: policies are often somewhere else. That tokens are optional may be meant so. */
function* judgeAuthentication(authentication: Resource, set: ObjectSet): Judgement {
  const rules = authentication.spec.at('jwtRules');
  const isUsed = rules.items().some(rule => USES.some(key => rule.at(key).isSet));
  if (set.settings.complete && rules.isFilled && !isUsed && !isAsked(set, authentication)) {
    yield {
      rule: tokenOptional,
      path: rules.path,
      message: 'this rejects invalid tokens, but no AuthorizationPolicy in the input requires one, so requests without a token pass',
      repair: 'reject them with an AuthorizationPolicy, action DENY with notRequestPrincipals ["*"]; or forward the token to an application that requires it, with forwardOriginalToken',
      severity: 'info',
    };
  }
}

/** By what a rule hands the token on, or what it says, to whoever decides then. */
const USES = ['forwardOriginalToken', 'outputPayloadToHeader', 'outputClaimToHeaders'];

/** Whether somebody decides by tokens where a RequestAuthentication applies, or nobody reads it there. */
function isAsked(set: ObjectSet, authentication: Resource): boolean {
  if (routesByClaim(set) || set.assumed.some(({ kind }) => kind === 'AuthorizationPolicy')) {
    return true;
  }
  return policyTargets(authentication).length > 0
    ? set.of(KIND).some(decidesByTokens)
    : deciding(set).together(authentication).length > 0 || !hasProxiedPods(set, authentication);
}

const deciding = policyIndexOf(KIND, decidesByTokens);

/** Whoever answers for a policy with action CUSTOM may look at the token. */
function decidesByTokens({ spec }: Resource): boolean {
  return spec.at('action').text === 'CUSTOM' || spec.at('rules').items().some(rule => (
    rule.at('from').items().some(from => ['requestPrincipals', 'notRequestPrincipals'].some(key => from.at('source', key).isSet))
    || rule.at('when').items().some(condition => condition.at('key').text?.startsWith('request.auth.') === true)
  ));
}

const routesByClaim = perSet(set => set.of(VIRTUAL_SERVICE).flatMap(httpMatches).some(match => (
  [...match.at('headers').entries(), ...match.at('withoutHeaders').entries()].some(([name]) => CLAIM.test(name))
)));

const CLAIM = /^@request\.auth\./i;

/** Policies that apply to the same and mean the same requests share the answer. */
const answers = perKey<Resource | undefined>();

const OF_REQUESTS = ['ports', 'methods', 'paths', 'hosts'];

/** The policy by which requests without a token come in that this one asks for a token. */
function otherThatAdmits(set: ObjectSet, policy: Resource): Resource | undefined {
  const rules = policy.spec.at('rules').items();
  const asked = rules.map(requestsOf);
  const denials = denialsWithoutToken(denying(set).overAllOf(policy));
  return denials.some(denial => deniesAllOf(denial, rules)) ? undefined : openRules(set, policy).meeting(asked).find(({ rule, requests }) => (
    asked.some(mine => canBeOneRequest(requests, mine)) && !denials.some(denial => deniesAllOf(denial, [rule]))
  ))?.policy;
}

/** Policies that ask for tokens are not among them, of which there may be many: none of these admits anybody without. */
const admitting = policyIndexOf(KIND, policy => isInForce(policy, 'ALLOW') && policy.spec.at('rules').items().some(rule => !asksForToken(rule)));

const denying = policyIndexOf(KIND, policy => denialsWithoutToken([policy]).length > 0);

const OF_PEERS = ['principals', 'notPrincipals', 'namespaces', 'notNamespaces', 'serviceAccounts', 'notServiceAccounts'];

function asksForPeer(rule: Field): boolean {
  return rule.at('from').items().some(from => OF_PEERS.some(key => from.at('source', key).isFilled))
    || rule.at('when').items().some(condition => /^source\.(principal|namespace|serviceAccount)$/.test(condition.at('key').text ?? ''));
}

interface OpenRule {
  readonly policy: Resource;
  readonly rule: Field;
  readonly requests: Requests;
  /** Its place among all. */
  readonly order: number;
}

/** Rules that ask for no token, found by the paths that they write out: of thousands, few can mean what another rule means. */
class OpenRules {
  private readonly byPath: ReadonlyMap<string | undefined, ReadonlyArray<{ readonly rule: OpenRule }>>;

  constructor(private readonly all: readonly OpenRule[]) {
    this.byPath = groupBy(all.flatMap(rule => (writtenPaths(rule.requests) ?? [undefined]).map(path => ({ path, rule }))), ({ path }) => path);
  }

  /** All rules with which one of some others may share a request by its path, in the order of their policies. */
  public meeting(others: readonly Requests[]): readonly OpenRule[] {
    const paths = others.map(writtenPaths);
    if (paths.includes(undefined)) {
      return this.all;
    }
    const met = [undefined, ...paths.flat()].flatMap(path => this.byPath.get(path) ?? []);
    return [...new Set(met.map(({ rule }) => rule))].sort((one, other) => one.order - other.order);
  }
}

const openOf = perKey<OpenRules>();

/** The rules that ask for no token, of all policies that apply where one applies. */
function openRules(set: ObjectSet, asking: Resource): OpenRules {
  return openOf(set, reachKey(asking), () => new OpenRules(admitting(set).together(asking).flatMap(policy => (
    policy.spec.at('rules').items().filter(rule => !asksForToken(rule)).map(rule => ({ policy, rule, requests: requestsOf(rule) }))
  )).map((open, order) => ({ ...open, order }))));
}

/** What the operations of a rule say of requests, one after the other. */
type Requests = ReadonlyArray<ReadonlyArray<readonly string[]>>;

const COMPARED = ['ports', 'methods', 'paths'];

function requestsOf(rule: Field): Requests {
  return operationsOf([rule]).map(operation => COMPARED.map(key => operation.at(key).texts));
}

/** The paths of the only requests that a rule means, when all of them are written out. */
function writtenPaths(requests: Requests): readonly string[] | undefined {
  const paths = requests.map(operation => operation[COMPARED.indexOf('paths')]);
  return paths.length > 0 && paths.every(ones => ones.length > 0 && !ones.some(path => OPEN.test(path))) ? [...new Set(paths.flat())] : undefined;
}

/** Whether some request is meant by the operations of two rules: ports and methods are compared, and paths that are written out. */
function canBeOneRequest(ones: Requests, others: Requests): boolean {
  return ones.length === 0 || others.length === 0
    || ones.some(mine => others.some(theirs => mine.every((texts, index) => haveCommon(texts, theirs[index]))));
}

function haveCommon(ones: readonly string[], others: readonly string[]): boolean {
  return ones.length === 0 || others.length === 0 || ones.some(one => others.some(other => areAlike(one, other)));
}

const OPEN = /[*{]/;

/** Whether two texts have a value in common, of which each may leave its end open: with an asterisk, or a template. */
function areAlike(one: string, other: string): boolean {
  if (!OPEN.test(one) && !OPEN.test(other)) {
    return one === other;
  }
  const [[start, isOpen], [start2, isOpen2]] = [one, other].map(text => [text.replace(/[*{].*$/s, ''), OPEN.test(text)] as const);
  return start === start2 || (isOpen && start2.startsWith(start)) || (isOpen2 && start.startsWith(start2));
}

/** Whether a denial means all requests of some rules: its methods, paths and hosts are none, or among them are all of theirs. */
function deniesAllOf(denial: Field, rules: readonly Field[]): boolean {
  const denied = operationsOf([denial]);
  return denied.length === 0 || rules.every(rule => {
    const operations = operationsOf([rule]);
    return (operations.length === 0 ? [Field.root({})] : operations).every(one => denied.some(wide => ['methods', 'paths', 'hosts'].every(key => (
      areAmong(one.at(key).texts, wide.at(key).texts)
    ))));
  });
}

function areAmong(ones: readonly string[], wide: readonly string[]): boolean {
  return wide.length === 0 || wide.includes('*') || wide.includes('/*')
    || (ones.length > 0 && ones.every(one => wide.some(other => one === other || (other.endsWith('*') && one.startsWith(other.slice(0, -1))))));
}
