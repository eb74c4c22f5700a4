import { groupBy } from '../group-by';
import { HostIndex } from './host-index';
import { scopesOf } from './hosts';
import { rootNamespace } from './mesh-config';
import { ObjectSet, perSet } from './object-set';
import { perKey } from './per-key';
import type { Resource } from './resource';
import { hostOfRule } from './subsets';

/**
 * The DestinationRules that hold for clients of a namespace which call a host: those of their own namespace, else of that of the host, else
 * of the root namespace, as far as clients see them. Of the root namespace, its own clients take first what it shows to nobody else. Within a
 * namespace the rules for the very host hide those for a pattern, and of two patterns the longer one counts.
 */
export function appliedRules(set: ObjectSet, host: string, [client, ofHost]: readonly [client: string, ofHost: string]): ReadonlySet<Resource> {
  return applied(set, `${client} ${ofHost} ${host}`, () => findApplied(set, host, [client, ofHost]));
}

/** Many rules are asked about one host. */
const applied = perKey<ReadonlySet<Resource>>();

function findApplied(set: ObjectSet, host: string, [client, ofHost]: readonly [client: string, ofHost: string]): ReadonlySet<Resource> {
  const root = rootNamespace(set);
  const own = rulesIn(set, client, host).filter(client === root ? isPrivate : isForOwn);
  const found = own.length > 0 ? narrowest(own) : shown(set, host, [client, ofHost]) ?? shown(set, host, [client, root]) ?? [];
  return new Set(found.map(({ resource }) => resource));
}

/**
 * Whether clients that are known of go by a DestinationRule when they call a host: those of its own namespace, of that of the host, and of those
 * that it names.
 */
export function isApplied(set: ObjectSet, rule: Resource, [host, ofHost]: readonly [host: string, ofHost: string]): boolean {
  const clients = new Set([rule.namespace, ofHost, ...scopesOfRule(rule).filter(scope => scope !== '*')]);
  return [...clients].some(client => appliedRules(set, host, [client, ofHost]).has(rule));
}

interface ScopedRule {
  readonly resource: Resource;
  readonly rule: string;
  readonly scopes: readonly string[];
}

/** The narrowest rules of those that a namespace shows to others, as far as a client sees them: one that it does not see hides wider ones. */
function shown(set: ObjectSet, host: string, [client, namespace]: readonly [client: string, namespace: string]): readonly ScopedRule[] | undefined {
  const others = rulesIn(set, namespace, host).filter(one => !isPrivate(one));
  const seen = narrowest(others).filter(({ scopes }) => scopes.includes('*') || scopes.includes(client));
  return seen.length === 0 ? undefined : seen;
}

function isPrivate({ resource, scopes }: ScopedRule): boolean {
  return scopes.length === 1 && scopes[0] === resource.namespace;
}

function isForOwn({ resource, scopes }: ScopedRule): boolean {
  return scopes.includes('*') || scopes.includes(resource.namespace);
}

function narrowest(rules: readonly ScopedRule[]): readonly ScopedRule[] {
  const [first] = [...rules].sort((one, other) => narrowness(other.rule) - narrowness(one.rule));
  return rules.filter(({ rule }) => rule === first.rule);
}

function narrowness(host: string): number {
  return host.startsWith('*') ? host.length : Number.MAX_SAFE_INTEGER;
}

function rulesIn(set: ObjectSet, namespace: string, host: string): readonly ScopedRule[] {
  return byNamespace(set).get(namespace)?.covered(host) ?? [];
}

/** What is for some pods of a namespace is for nobody elsewhere. */
function scopesOfRule({ spec, namespace }: Resource): readonly string[] {
  return spec.at('workloadSelector').isSet ? [namespace] : scopesOf(spec.at('exportTo').texts, namespace);
}

const byNamespace = perSet(set => {
  const rules = set.of('networking.istio.io/DestinationRule')
    .map((resource): ScopedRule => ({ resource, rule: hostOfRule(set, resource), scopes: scopesOfRule(resource) }));
  return new Map([...groupBy(rules, ({ resource }) => resource.namespace)].map(([namespace, group]) => (
    [namespace, new HostIndex(group.map(one => [one.rule, one] as const))]
  )));
});
