import { groupBy } from '../../group-by';
import { Field } from '../../mesh/field';
import { MESH_CONFIG_KINDS, rootNamespace } from '../../mesh/mesh-config';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { appliesToAllOf, applyTogether } from '../../mesh/policy-reach';
import { operationsOf } from '../../mesh/policy-workloads';
import type { Resource } from '../../mesh/resource';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const tokenOptional = meshRule(
  'MESH016', 'warning', ['token-optional', 'A policy asks callers for a token, and another one admits callers without.'],
);

/** Tokens that a policy asks for, and that nobody needs who is admitted by another. */
export const tokenOptionalCheck = defineCheck({
  rules: [tokenOptional],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  reads: [...WORKLOAD_KINDS, ...MESH_CONFIG_KINDS],
  * judge(policy, { set }) {
    const rules = policy.spec.at('rules').items();
    if (!isInForce(policy, 'ALLOW') || rules.length === 0 || !rules.every(rule => asksForToken(rule) && !asksForPeer(rule))) {
      return;
    }
    const others = neighbours(set, policy);
    const denials = denialsWithoutToken(others.filter(one => appliesToAllOf(set, one, policy)));
    const other = denials.some(denial => deniesAllOf(denial, rules)) ? undefined : others.find(one => (
      one !== policy && admitsWithoutToken(one, rules, denials) && applyTogether(set, policy, one)
    ));
    if (other !== undefined) {
      yield {
        rule: tokenOptional,
        path: policy.spec.at('rules').path,
        message: `AuthorizationPolicy ${other.fullName} admits callers of the same workloads without a token, and to pass one of the two is enough`,
        repair: 'refuse requests without a token: action DENY with notRequestPrincipals ["*"]; or add requestPrincipals to the rules of the other policy',
      };
    }
  },
});

/** The policies that may apply where one applies and decide something there. */
function neighbours(set: ObjectSet, { namespace }: Resource): readonly Resource[] {
  const root = rootNamespace(set);
  return namespace === root ? deciding(set) : [...new Set([namespace, root])].flatMap(one => byNamespace(set).get(one) ?? []);
}

/** Policies that ask for tokens are not among them, of which there may be many: none of these admits anybody without. */
const deciding = perSet(set => set.of('security.istio.io/AuthorizationPolicy').filter(policy => (
  denialsWithoutToken([policy]).length > 0 || (isInForce(policy, 'ALLOW') && policy.spec.at('rules').items().some(rule => !asksForToken(rule)))
)));

const byNamespace = perSet(set => groupBy(deciding(set), ({ namespace }) => namespace));

function isInForce({ spec, annotations }: Resource, action: string): boolean {
  return (spec.at('action').text ?? 'ALLOW') === action && annotations['istio.io/dry-run'] !== 'true';
}

function asksForToken(rule: Field): boolean {
  const sources = rule.at('from').items().map(from => from.at('source'));
  return (sources.length > 0 && sources.every(source => source.at('requestPrincipals').isFilled))
    || rule.at('when').items().some(condition => condition.at('key').text?.startsWith('request.auth.') === true && condition.at('values').isFilled);
}

const OF_PEERS = ['principals', 'notPrincipals', 'namespaces', 'notNamespaces', 'serviceAccounts', 'notServiceAccounts'];

function asksForPeer(rule: Field): boolean {
  return rule.at('from').items().some(from => OF_PEERS.some(key => from.at('source', key).isFilled))
    || rule.at('when').items().some(condition => /^source\.(principal|namespace|serviceAccount)$/.test(condition.at('key').text ?? ''));
}

function admitsWithoutToken(policy: Resource, rules: readonly Field[], denials: readonly Field[]): boolean {
  const open = policy.spec.at('rules').items().filter(rule => !asksForToken(rule) && !denials.some(denial => deniesAllOf(denial, [rule])));
  return isInForce(policy, 'ALLOW') && open.some(one => rules.some(rule => canBeOneRequest(one.at('to'), rule.at('to'))));
}

/** Whether some request is meant by the operations of two rules: ports and methods are compared, and paths that are written out. */
function canBeOneRequest(one: Field, other: Field): boolean {
  const [ones, others] = [one, other].map(to => to.items().map(item => item.at('operation')));
  return ones.length === 0 || others.length === 0 || ones.some(mine => others.some(theirs => (
    ['ports', 'methods', 'paths'].every(key => haveCommon(mine.at(key).texts, theirs.at(key).texts))
  )));
}

function haveCommon(ones: readonly string[], others: readonly string[]): boolean {
  return ones.length === 0 || others.length === 0 || ones.some(one => others.some(other => areAlike(one, other)));
}

/** Whether two texts have a value in common, of which each may leave its end open: with an asterisk, or a template. */
function areAlike(one: string, other: string): boolean {
  const [[start, isOpen], [start2, isOpen2]] = [one, other].map(text => [text.replace(/[*{].*$/s, ''), /[*{]/.test(text)] as const);
  return start === start2 || (isOpen && start2.startsWith(start)) || (isOpen2 && start.startsWith(start2));
}

/** The rules that refuse requests since they have no token. What they leave out they leave out on purpose; they ask for nothing else of callers. */
function denialsWithoutToken(policies: readonly Resource[]): Field[] {
  return policies.filter(policy => isInForce(policy, 'DENY')).flatMap(policy => policy.spec.at('rules').items()).filter(rule => {
    const sources = rule.at('from').items().map(from => from.at('source'));
    const conditions = rule.at('when').items();
    const isDenied = sources.length === 0 ? conditions.some(asksForNoToken) : sources.some(isWithoutToken);
    return isDenied && conditions.every(condition => !condition.at('values').isFilled);
  });
}

function asksForNoToken(condition: Field): boolean {
  return condition.at('key').text === 'request.auth.principal' && condition.at('notValues').texts.includes('*');
}

function isWithoutToken(source: Field): boolean {
  return source.at('notRequestPrincipals').texts.includes('*') && source.entries().every(([key, value]) => key.startsWith('not') || !value.isFilled);
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
