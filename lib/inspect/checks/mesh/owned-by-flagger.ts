import type { Field } from '../../mesh/field';
import { fullHost, serviceHost } from '../../mesh/hosts';
import { DESTINATION_RULE, VIRTUAL_SERVICE } from '../../mesh/istio-kinds';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const ownedByFlagger = meshRule('MESH035', 'error', ['owned-by-flagger', 'An object is written by hand that Flagger generates from a Canary, or routes a host that Flagger manages.']);

/** Objects over which Flagger and whoever applies the input fight. */
export const ownedByFlaggerCheck = defineCheck({
  rules: [ownedByFlagger],
  kinds: ['Service', 'apps/Deployment', VIRTUAL_SERVICE, DESTINATION_RULE, 'gateway.networking.k8s.io/HTTPRoute', 'split.smi-spec.io/TrafficSplit'],
  reads: ['flagger.app/Canary'],
  * judge(resource, { set }) {
    const { made, hosts } = owned(set);
    if (made.size === 0) {
      return;
    }
    const byName = made.get(`${resource.kind} ${resource.fullName}`);
    const ruled = hostPlaces(resource).find(place => hosts.has(hostAt(set, place, resource)));
    const canary = byName ?? (ruled && hosts.get(hostAt(set, ruled, resource)));
    if (canary === undefined || isOwnedBy(resource, canary)) {
      return;
    }
    yield {
      rule: ownedByFlagger,
      path: byName === undefined ? ruled!.path : ['metadata', 'name'],
      message: byName === undefined
        ? `Flagger manages ${ruled!.text} for Canary ${canary.fullName}, and conflicts with this object`
        : `Flagger generates this object for Canary ${canary.fullName}, and overwrites it`,
      repair: 'remove it, and move its settings to spec.service of the Canary',
    };
  },
});

interface Owned {
  /** Canaries by `kind namespace/name` of what is made of them. */
  readonly made: ReadonlyMap<string, Resource>;
  /** Canaries of Istio by the hosts that they rule. */
  readonly hosts: ReadonlyMap<string, Resource>;
}

const owned = perSet((set): Owned => {
  const canaries = set.of('flagger.app/Canary');
  return {
    made: new Map(canaries.flatMap(canary => madeOf(canary).map(one => [one, canary] as const))),
    hosts: new Map(canaries.filter(canary => isFor(canary, 'istio')).flatMap(canary => (
      VARIANTS.map(variant => [serviceHost(set, `${serviceName(canary)}${variant}`, canary.namespace), canary] as const)
    ))),
  };
});

const VARIANTS = ['', '-primary', '-canary'];

function madeOf(canary: Resource): string[] {
  const { namespace } = canary;
  const service = serviceName(canary);
  const target = canary.spec.at('targetRef', 'name').text ?? '';
  const names: ReadonlyArray<readonly [kind: string, name: string, provider?: string]> = [
    ...VARIANTS.map(variant => ['Service', `${service}${variant}`] as const),
    ['apps/Deployment', `${target}-primary`],
    [VIRTUAL_SERVICE, service, 'istio'],
    [DESTINATION_RULE, `${service}-primary`, 'istio'],
    [DESTINATION_RULE, `${service}-canary`, 'istio'],
    ['gateway.networking.k8s.io/HTTPRoute', service, 'gatewayapi'],
    ['split.smi-spec.io/TrafficSplit', service, 'smi'],
    ['split.smi-spec.io/TrafficSplit', service, 'linkerd'],
  ];
  return names.filter(([, , provider]) => provider === undefined || isFor(canary, provider)).map(([kind, name]) => `${kind} ${namespace}/${name}`);
}

/** Whether a Canary is for a mesh; one that does not say for which leaves it to Flagger's own settings, and may be for any. */
function isFor({ spec }: Resource, provider: string): boolean {
  const { text } = spec.at('provider');
  return text === undefined || text.split(':')[0] === provider;
}

function serviceName({ spec }: Resource): string {
  return spec.at('service', 'name').text ?? spec.at('targetRef', 'name').text ?? '';
}

function hostPlaces({ kind, spec }: Resource): Field[] {
  switch (kind) {
    case VIRTUAL_SERVICE: return spec.at('hosts').items();
    case DESTINATION_RULE: return [spec.at('host')];
    default: return [];
  }
}

function hostAt(set: ObjectSet, place: Field, { namespace }: Resource): string {
  return fullHost(set, place.text ?? '', namespace);
}

function isOwnedBy({ root }: Resource, canary: Resource): boolean {
  return root.at('metadata', 'ownerReferences').items().some(owner => owner.at('kind').text === 'Canary' && owner.at('name').text === canary.name);
}
