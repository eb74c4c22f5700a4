import { isDeepStrictEqual } from 'node:util';
import type { Field } from '../../mesh/field';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { EffectiveMutualTls, effectiveMutualTls } from '../../mesh/mutual-tls';
import type { ObjectSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { policyIndexOf } from '../../mesh/policy-index';
import { policyLabels, reachKey } from '../../mesh/policy-reach';
import { operationsOf, workloadsOfPolicy } from '../../mesh/policy-workloads';
import type { Resource } from '../../mesh/resource';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const plaintextPastDenial = meshRule('MESH066', 'warning', [
  'plaintext-past-denial', 'A policy denies callers by identity, but a plaintext caller has no identity.',
]);

/** Denials that plain text gets past. */
export const plaintextPastDenialCheck = defineCheck({
  rules: [plaintextPastDenial],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  reads: ['security.istio.io/PeerAuthentication', ...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS],
  * judge(policy, { set }) {
    const { spec, namespace } = policy;
    const rules = spec.at('action').text === 'DENY' ? spec.at('rules').items() : [];
    const named = rules.map(rule => ({ rule, place: identityOf(rule) })).filter(({ place }) => place !== undefined);
    const passed = named.find(({ rule }) => openPods(set, policy, portsOf(rule)) !== undefined && !isDenied(set, policy, rule));
    if (passed === undefined) {
      return;
    }
    const { policy: says } = openPods(set, policy, portsOf(passed.rule))!;
    if (says === undefined && !set.settings.complete) {
      yield { undecided: plaintextPastDenial, unknown: `mutual TLS of namespace ${namespace}` };
    } else {
      yield {
        rule: plaintextPastDenial,
        path: passed.place!.path,
        message: `the pods also accept plaintext (${says === undefined ? 'nothing sets STRICT' : `PeerAuthentication ${says.fullName}`}), so a caller without mutual TLS is not denied`,
        repair: 'set mutual TLS to STRICT, or deny by notPrincipals or notNamespaces',
      };
    }
  },
});

/** What holds at pods that take plain text, where a rule of a policy applies; undefined where none does. */
function openPods(set: ObjectSet, policy: Resource, ports: readonly number[]): EffectiveMutualTls | undefined {
  return openByReach(set, `${reachKey(policy)} ${ports.join()}`, () => {
    const workloads = workloadsOfPolicy(set, policy);
    const pods = workloads.length > 0 ? workloads : [{ namespace: policy.namespace, labels: policyLabels(policy) }];
    const places = ports.length === 0 ? [undefined] : ports;
    return pods.flatMap(one => places.map(port => effectiveMutualTls(set, one, port))).find(({ mode }) => mode !== 'STRICT');
  });
}

const openByReach = perKey<EffectiveMutualTls | undefined>();

/** The ports to which a rule is limited; none for all. */
function portsOf(rule: Field): number[] {
  const lists = operationsOf([rule]).map(operation => operation.at('ports').texts);
  return lists.every(ports => ports.length > 0) ? [...new Set(lists.flat().map(Number))] : [];
}

/** Whether callers without identity are denied by another rule wherever this one applies. */
function isDenied(set: ObjectSet, policy: Resource, rule: Field): boolean {
  return denials(set).overAllOf(policy).some(other => other.spec.at('rules').items().some(one => deniesStrangers(one) && areAlike(one.at('to').value, rule.at('to').value)));
}

/** Whether a rule is for all requests, or names the same ones as another. */
function areAlike(wide: unknown, narrow: unknown): boolean {
  return wide === undefined || wide === null || isDeepStrictEqual(wide, narrow);
}

const denials = policyIndexOf('security.istio.io/AuthorizationPolicy', ({ spec, annotations }) => (
  spec.at('action').text === 'DENY' && annotations['istio.io/dry-run'] !== 'true' && spec.at('rules').items().some(deniesStrangers)
));

/** Whether a rule means callers without identity: it asks for nothing but not to be some. */
function deniesStrangers(rule: Field): boolean {
  const sources = rule.at('from').items().map(from => from.at('source'));
  const conditions = rule.at('when').items();
  return (sources.length === 0 || sources.some(source => source.entries().every(([key, value]) => NOT_IDENTITIES.has(key) || !value.isFilled)))
    && conditions.every(condition => IDENTITY_KEYS.has(condition.at('key').text ?? '') && !condition.at('values').isFilled);
}

const NOT_IDENTITIES = new Set(['notPrincipals', 'notNamespaces', 'notServiceAccounts']);
const IDENTITY_KEYS = new Set(['source.principal', 'source.namespace', 'source.serviceAccount']);

/** Where a rule says who the caller is. */
function identityOf(rule: Field): Field | undefined {
  return rule.at('from').items().map(from => from.at('source')).find(isByIdentity)
    ?? rule.at('when').items().find(condition => IDENTITY_KEYS.has(condition.at('key').text ?? '') && isNamed(condition.at('values')));
}

const IDENTITIES = ['principals', 'namespaces', 'serviceAccounts'];

function isByIdentity(source: Field): boolean {
  return IDENTITIES.some(key => isNamed(source.at(key)));
}

function isNamed(list: Field): boolean {
  return list.isFilled && list.value?.toString() !== '*';
}
