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
  'MESH015', 'error', ['request-principal', 'A request principal has no issuer, or one that no RequestAuthentication accepts.'],
);

/** What policies say of the tokens of requests. */
export const requestPrincipalCheck = defineCheck({
  rules: [requestPrincipal],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: ['requestPrincipals', 'notRequestPrincipals', 'when'],
  reads: ['security.istio.io/RequestAuthentication', ...WORKLOAD_KINDS, ...MESH_CONFIG_KINDS],
  * judge(policy, { set }) {
    const places = [
      ...sourcesOf(policy).flatMap(source => [...source.at('requestPrincipals').items(), ...source.at('notRequestPrincipals').items()]),
      ...conditionValues(policy, 'request.auth.principal'),
    ].filter(({ text = '*' }) => text !== '' && !text.startsWith('*'));
    if (places.length > 0) {
      const issuers = acceptedIssuers(set, reachKey(policy), () => new Issuers(issuersFor(set, policy)));
      yield* places.map(place => problemOf(place, issuers)).filter(problem => problem !== undefined);
    }
  },
});

function problemOf(place: Field, issuers: Issuers): Problem | undefined {
  const text = place.text!;
  if (issuers.accept(text)) {
    return undefined;
  }
  if (!text.includes('/')) {
    return {
      rule: requestPrincipal,
      path: place.path,
      message: `"${text}" has no issuer, so it matches no token`,
      expected: '<issuer>/<subject>',
      repair: `write the issuer and a slash before it: "${issuers.all.at(0) ?? 'https://auth.example.com'}/${text}"`,
    };
  }
  return issuers.all.length === 0 ? undefined : {
    rule: requestPrincipal,
    path: place.path,
    message: `no RequestAuthentication for these workloads accepts the issuer of "${text}"; they accept ${listed(issuers.all)}`,
    repair: 'use an accepted issuer, spelled exactly as there, or add this one to a RequestAuthentication',
    severity: 'warning',
  };
}

/** Those whose tokens are accepted somewhere, of which there may be thousands. An issuer holds slashes, too, so it is looked for by its length. */
class Issuers {
  private readonly names: ReadonlySet<string>;
  private readonly lengths: readonly number[];

  constructor(public readonly all: readonly string[]) {
    this.names = new Set(all);
    this.lengths = [...new Set(all.map(({ length }) => length))];
  }

  /** Whether principals of one of them are meant: by name, or by the beginning of one. */
  public accept(text: string): boolean {
    return this.lengths.some(length => text[length] === '/' && this.names.has(text.slice(0, length)))
      || (text.endsWith('*') && this.all.some(issuer => `${issuer}/`.startsWith(text.slice(0, -1))));
  }
}

const acceptedIssuers = perKey<Issuers>();

/** The issuers whose tokens are accepted where a policy applies. */
function issuersFor(set: ObjectSet, policy: Resource): string[] {
  const issuers = authentications(set).together(policy).flatMap(({ spec }) => spec.at('jwtRules').items().map(rule => rule.at('issuer').text ?? ''));
  return [...new Set(issuers)].filter(issuer => issuer !== '').sort();
}

const authentications = policyIndexOf('security.istio.io/RequestAuthentication');
