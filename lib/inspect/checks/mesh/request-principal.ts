import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import type { ObjectSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { policyIndexOf } from '../../mesh/policy-index';
import { reachKey } from '../../mesh/policy-reach';
import { conditionValues, sourcesOf } from '../../mesh/policy-sources';
import type { Resource } from '../../mesh/resource';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const requestPrincipal = meshRule(
  'MESH015', 'error', ['request-principal', 'A policy names the subject of a token without its issuer, or with one that nobody accepts.'],
);

/** What policies say of the tokens of requests. */
export const requestPrincipalCheck = defineCheck({
  rules: [requestPrincipal],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  reads: ['security.istio.io/RequestAuthentication', ...WORKLOAD_KINDS, ...MESH_CONFIG_KINDS],
  * judge(policy, { set }) {
    const places = [
      ...sourcesOf(policy).flatMap(source => [...source.at('requestPrincipals').items(), ...source.at('notRequestPrincipals').items()]),
      ...conditionValues(policy, 'request.auth.principal'),
    ].filter(({ text = '*' }) => text !== '' && !text.startsWith('*'));
    const issuers = places.length === 0 ? new Set<string>() : acceptedIssuers(set, reachKey(policy), () => issuersFor(set, policy));
    yield* places.map(place => problemOf(place, issuers)).filter(problem => problem !== undefined);
  },
});

function problemOf(place: Field, issuers: ReadonlySet<string>): Problem | undefined {
  const text = place.text!;
  if (isAccepted(text, issuers)) {
    return undefined;
  }
  if (!text.includes('/')) {
    return {
      rule: requestPrincipal,
      path: place.path,
      message: `"${text}" names no issuer, so that no token is meant by it`,
      expected: '<issuer>/<subject>',
      repair: `write the issuer and a slash before it: "${[...issuers].at(0) ?? 'https://auth.example.com'}/${text}"`,
    };
  }
  return issuers.size === 0 ? undefined : {
    rule: requestPrincipal,
    path: place.path,
    message: `no RequestAuthentication of these workloads accepts tokens of the issuer of "${text}", but of ${listed([...issuers])}`,
    repair: 'name an issuer that is accepted, as it is written there, or accept this one',
    severity: 'warning',
  };
}

/** Whether principals of one of the issuers are meant: by name, or by the beginning of one. There may be thousands, and an issuer holds slashes. */
function isAccepted(text: string, issuers: ReadonlySet<string>): boolean {
  const parts = text.split('/');
  return parts.some((_, index) => index > 0 && issuers.has(parts.slice(0, index).join('/')))
    || (text.endsWith('*') && [...issuers].some(issuer => `${issuer}/`.startsWith(text.slice(0, -1))));
}

const acceptedIssuers = perKey<ReadonlySet<string>>();

/** The issuers whose tokens are accepted where a policy applies, in order. */
function issuersFor(set: ObjectSet, policy: Resource): ReadonlySet<string> {
  const issuers = authentications(set).together(policy).flatMap(({ spec }) => spec.at('jwtRules').items().map(rule => rule.at('issuer').text ?? ''));
  return new Set(issuers.filter(issuer => issuer !== '').sort());
}

const authentications = policyIndexOf('security.istio.io/RequestAuthentication');
