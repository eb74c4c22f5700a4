import { groupBy } from '../group-by';
import { rootNamespace } from './mesh-config';
import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';
import { Labels, selects } from './selectors';

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
  const ofPods = policiesOf(set, pods.namespace).filter(({ spec }) => isNarrow(spec) && selects(spec.at('selector', 'matchLabels').textMap, pods.labels));
  const wider = [pods.namespace, rootNamespace(set)].map(namespace => policiesOf(set, namespace).find(({ spec }) => !isNarrow(spec)));
  const [own] = ofPods;
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

const byNamespace = perSet(set => groupBy(
  [...set.of('security.istio.io/PeerAuthentication')].sort((one, other) => (one.name < other.name ? -1 : 1)),
  ({ namespace }) => namespace,
));

function policiesOf(set: ObjectSet, namespace: string): readonly Resource[] {
  return byNamespace(set).get(namespace) ?? [];
}
