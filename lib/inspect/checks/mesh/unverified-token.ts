import { groupBy } from '../../group-by';
import type { Field } from '../../mesh/field';
import { ENVOY_FILTER, REQUEST_AUTHENTICATION } from '../../mesh/istio-kinds';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { policyIndexOf } from '../../mesh/policy-index';
import { hasProxiedPods, PROXIED_READS } from '../../mesh/policy-pods';
import { policyLabels, policyTargets } from '../../mesh/policy-reach';
import { asksForToken, denialsWithoutToken, isInForce } from '../../mesh/policy-tokens';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const unverifiedToken = meshRule(
  'MESH119', 'error', ['unverified-token', 'A policy requires a token, but no RequestAuthentication verifies tokens there.'],
);

/** Policies about tokens where no request has a principal, which only the proxy gives it that verifies the token itself. */
export const unverifiedTokenCheck = defineCheck({
  rules: [unverifiedToken],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: ['requestPrincipals', 'notRequestPrincipals', 'when'],
  reads: [REQUEST_AUTHENTICATION, ENVOY_FILTER, ...PROXIED_READS],
  * judge(policy, { set }) {
    const place = placeAsking(policy);
    if (place === undefined || mayBeVerified(set, policy)) {
      return;
    }
    const { namespace } = policy;
    const [beside] = authenticationsIn(set).get(namespace) ?? [];
    if (beside === undefined && !set.settings.complete) {
      yield { undecided: unverifiedToken, unknown: `RequestAuthentications of namespace ${namespace}` };
      return;
    }
    const effect = isInForce(policy, 'DENY') ? 'denies every request that it covers' : 'allows nobody';
    yield {
      rule: unverifiedToken,
      path: place.path,
      message: `no RequestAuthentication for these workloads is in the input; without one, no request has a principal: the rule ${effect}`,
      repair: `add one for them${besideWords(beside)}; pass --assume 'RequestAuthentication ${namespace}/NAME' if it exists elsewhere`,
      severity: set.settings.complete ? 'error' : 'warning',
    };
  },
});

function besideWords(beside: Resource | undefined): string {
  return beside === undefined ? '' : `, or extend RequestAuthentication ${beside.fullName} to them, which selects ${selectorText(policyLabels(beside))}`;
}

/** Where a policy asks for a token, by a rule that nobody passes without, or that refuses whoever has none. */
function placeAsking(policy: Resource): Field | undefined {
  if (isInForce(policy, 'ALLOW')) {
    const rule = policy.spec.at('rules').items().find(asksForToken);
    return rule === undefined ? undefined : placeIn(rule, 'requestPrincipals');
  }
  const [denial] = denialsWithoutToken([policy]);
  return denial === undefined ? undefined : placeIn(denial, 'notRequestPrincipals');
}

function placeIn(rule: Field, key: string): Field | undefined {
  const sources = rule.at('from').items().map(from => from.at('source', key));
  const keys = rule.at('when').items().map(condition => condition.at('key'));
  return sources.find(source => source.isFilled) ?? keys.find(({ text }) => text?.startsWith('request.auth.'));
}

/** Whether tokens are verified where a policy applies, or nobody knows where that is, or nothing reads it there. */
function mayBeVerified(set: ObjectSet, policy: Resource): boolean {
  if (set.assumed.some(({ kind }) => kind === 'RequestAuthentication') || isVerifiedOtherwise(set)) {
    return true;
  }
  return policyTargets(policy).length > 0
    ? !set.settings.complete || set.of(REQUEST_AUTHENTICATION).length > 0
    : authentications(set).together(policy).length > 0 || !hasProxiedPods(set, policy);
}

const authentications = policyIndexOf(REQUEST_AUTHENTICATION);

const authenticationsIn = perSet(set => groupBy(
  set.of(REQUEST_AUTHENTICATION).filter(one => policyTargets(one).length === 0), ({ namespace }) => namespace,
));

/** Somebody may have put a filter for tokens of his own before those of the proxies. */
const isVerifiedOtherwise = perSet(set => set.of(ENVOY_FILTER).some(({ spec }) => JSON.stringify(spec.value)?.includes('jwt_authn') === true));
