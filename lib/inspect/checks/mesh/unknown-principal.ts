import type { Field } from '../../mesh/field';
import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { ISTIO_NAMESPACE } from '../../mesh/installed-gateway';
import { isMeshConfigKnown, MESH_CONFIG_KINDS, meshConfig } from '../../mesh/mesh-config';
import { clustersOf, ObjectSet, perSet } from '../../mesh/object-set';
import { mayHaveOtherPods } from '../../mesh/pods';
import { conditionValues, sourcesOf } from '../../mesh/policy-sources';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { allWorkloads, WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Judgement, Problem } from '../check';
import { meshRule } from './mesh-rule';

const unknownPrincipal = meshRule('MESH014', 'error', ['unknown-principal', 'A policy names a caller identity that no workload has.']);

/** The account of a caller, as a policy names it. */
interface Account {
  readonly place: Field;
  readonly namespace: string;
  readonly name: string;
  /** Absent where the policy names the account alone. */
  readonly trustDomain?: string;
}

/** Identities that policies name, and nobody has. */
export const unknownPrincipalCheck = defineCheck({
  rules: [unknownPrincipal],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: ['principals', 'notPrincipals', 'serviceAccounts', 'notServiceAccounts', 'when'],
  reads: ['ServiceAccount', 'Service', KUBERNETES_GATEWAY, ...WORKLOAD_KINDS, ...MESH_CONFIG_KINDS],
  * judge(policy, { set }) {
    for (const account of accountsOf(policy)) {
      if (account.trustDomain !== undefined && !trustDomains(set).has(account.trustDomain)) {
        yield foreign(set, account, account.trustDomain);
      } else if (account.name !== 'default') {
        yield* judgeAccount(set, account);
      }
    }
  },
});

function accountsOf(policy: Resource): Account[] {
  const sources = sourcesOf(policy);
  const principals = [...itemsOf(sources, ['principals', 'notPrincipals']), ...conditionValues(policy, 'source.principal')];
  const accounts = itemsOf(sources, ['serviceAccounts', 'notServiceAccounts']);
  return [...principals.flatMap(ofPrincipal), ...accounts.flatMap(place => ofAccount(place, policy.namespace))];
}

function itemsOf(sources: readonly Field[], keys: readonly string[]): Field[] {
  return sources.flatMap(source => keys.flatMap(key => source.at(key).items()));
}

function ofPrincipal(place: Field): Account[] {
  const [, trustDomain, namespace, name] = /^([^/*]+)\/ns\/([^/*]+)\/sa\/([^/*]+)$/.exec(place.text ?? '') ?? [];
  return name === undefined ? [] : [{ place, trustDomain, namespace, name }];
}

function ofAccount(place: Field, own: string): Account[] {
  const [, namespace = own, name] = /^(?:([^/*]+)\/)?([^/*]+)$/.exec(place.text ?? '') ?? [];
  return name === undefined ? [] : [{ place, namespace, name }];
}

function foreign(set: ObjectSet, { place }: Account, trustDomain: string): Problem {
  const [known] = trustDomains(set);
  return {
    rule: unknownPrincipal,
    path: place.path,
    message: `the mesh has no trust domain ${trustDomain}, so no caller is ${place.text}`,
    repair: `start with ${known}, the trust domain of the mesh, or add ${trustDomain} to its trustDomainAliases`,
    severity: isMeshConfigKnown(set) ? 'error' : 'warning',
  };
}

function* judgeAccount(set: ObjectSet, account: Account): Judgement {
  const { place, namespace, name } = account;
  const [isThere, isUsed] = [isKnown, isUsedIn].map(isTrue => clustersOf(set).some(cluster => isTrue(cluster, account)));
  // Whoever runs as an account that the input does not show has one that others make.
  if ((isUsed && (isThere || !set.settings.complete)) || isOfGateway(set, namespace, name)) {
    return;
  }
  if (!isRepresented(set, namespace)) {
    yield { undecided: unknownPrincipal, unknown: `namespace ${namespace}` };
    return;
  }
  const repairs = [
    ...isThere ? [] : [`add the ServiceAccount ${namespace}/${name}`],
    ...isUsed ? [] : ['have the callers run as it with serviceAccountName'],
  ];
  yield {
    rule: unknownPrincipal,
    path: place.path,
    message: isThere
      ? `no workload of namespace ${namespace} runs as ${name}, so no caller is ${place.text}`
      : `ServiceAccount ${namespace}/${name} is not in the input; without it, no caller is ${place.text}`,
    repair: repairs.join(', and '),
  };
}

function isKnown(set: ObjectSet, { namespace, name }: Account): boolean {
  return set.knows('ServiceAccount', namespace, name);
}

/** Whether something runs as an account, or may do so. */
function isUsedIn(set: ObjectSet, { namespace, name }: Account): boolean {
  const isElsewhere = set.knows('ServiceAccount', namespace, name) && set.find('ServiceAccount', namespace, name) === undefined;
  return usedAccounts(set).has(`${namespace}/${name}`) || isElsewhere || mayHaveOtherPods(set, namespace);
}

/** `cluster.local` always stands for the trust domain of the mesh. */
export const trustDomains = perSet((set): ReadonlySet<string> => {
  const config = meshConfig(set);
  return new Set(['cluster.local', config.at('trustDomain').text ?? 'cluster.local', ...config.at('trustDomainAliases').texts]);
});

const usedAccounts = perSet(set => new Set(allWorkloads(set).map(({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`)));

/** Whether an account is one of a gateway that was installed elsewhere, or that istiod makes of a Gateway of Kubernetes. */
function isOfGateway(set: ObjectSet, namespace: string, name: string): boolean {
  const gateways = [name, name.slice(0, Math.max(0, name.lastIndexOf('-')))];
  return (namespace === ISTIO_NAMESPACE && /^istio-(ingressgateway|egressgateway)-service-account$/.test(name))
    || gateways.some(gateway => set.knows(KUBERNETES_GATEWAY, namespace, gateway));
}
