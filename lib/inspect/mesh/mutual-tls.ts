import { groupBy } from '../group-by';
import { byAge } from './age';
import { rootNamespace } from './mesh-config';
import { ObjectSet, perSet } from './object-set';
import { perKey } from './per-key';
import type { Resource } from './resource';
import { SelectorIndex } from './selector-index';
import { Labels, selectorText } from './selectors';

/** Which callers the proxy of a pod takes: those of the mesh alone, all, or all without TLS of the mesh. */
export type MutualTlsMode = 'STRICT' | 'PERMISSIVE' | 'DISABLE';

/** The mode that holds at a port of pods, and the policy that says so; none where Istio's default holds. */
export interface EffectiveMutualTls {
  readonly mode: MutualTlsMode;
  readonly policy?: Resource;
}

/** Pods, as far as policies select them. */
export interface PodsOfPolicy {
  readonly namespace: string;
  readonly labels: Labels;
}

/**
 * Which mode holds at a port of pods: what a policy says of the port, of the pods, of their namespace, of the mesh. A mode that is not
 * said is that of the next wider policy. Of several policies of one reach the oldest counts; without dates, the first by name.
 */
export function effectiveMutualTls(set: ObjectSet, pods: PodsOfPolicy, port?: number): EffectiveMutualTls {
  const { narrow, all } = policies(set);
  const own = firstOf(set, `${pods.namespace} ${selectorText(pods.labels)}`, () => oldestOf(narrow.get(pods.namespace)?.selecting(pods.labels) ?? []));
  const wider = [pods.namespace, rootNamespace(set)].map(namespace => all.get(namespace));
  const candidates: ReadonlyArray<EffectiveMutualTls | undefined> = [
    ...(port === undefined ? [] : [said(own, 'portLevelMtls', String(port), 'mode')]),
    said(own, 'mtls', 'mode'),
    ...wider.map(policy => said(policy, 'mtls', 'mode')),
  ];
  return candidates.find(candidate => candidate !== undefined) ?? { mode: 'PERMISSIVE' };
}

function said(policy: Resource | undefined, ...path: readonly string[]): EffectiveMutualTls | undefined {
  const mode = policy?.spec.at(...path).text;
  return mode === 'STRICT' || mode === 'PERMISSIVE' || mode === 'DISABLE' ? { mode, policy } : undefined;
}

function isNarrow(spec: Resource['spec']): boolean {
  return spec.at('selector', 'matchLabels').isFilled;
}

const firstOf = perKey<Resource | undefined>();

function oldestOf(some: readonly Resource[]): Resource | undefined {
  return some.reduce<Resource | undefined>((one, other) => (one !== undefined && byAge(one, other) < 0 ? one : other), undefined);
}

/** The policies of each namespace that select pods, which in the root namespace istiod passes over, and the first that selects all of them. */
const policies = perSet(set => {
  const root = rootNamespace(set);
  const byNamespace = groupBy(set.of('security.istio.io/PeerAuthentication'), ({ namespace }) => namespace);
  return {
    narrow: new Map([...byNamespace].map(([namespace, some]) => [
      namespace, new SelectorIndex(some.filter(({ spec }) => namespace !== root && isNarrow(spec)), ({ spec }) => spec.at('selector', 'matchLabels').textMap),
    ])),
    all: new Map([...byNamespace].map(([namespace, some]) => [namespace, oldestOf(some.filter(({ spec }) => !isNarrow(spec)))])),
  };
});
