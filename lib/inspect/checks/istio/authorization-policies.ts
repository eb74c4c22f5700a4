import type { Field } from '../../mesh/field';
import { ISTIO_NAMESPACE } from '../../mesh/installed-gateway';
import { rootNamespace } from '../../mesh/mesh-config';
import { hasSidecar, isAmbientPod, unknownInjection } from '../../mesh/mesh-membership';
import { labelMeant, repairBy } from '../../mesh/near-labels';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { mayHaveOtherPods, podsSelected, podsSelectedIn, RunningPod, showsPodsOf } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Judgement, Problem } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  workload: istioRule('IST0127', 'warning', ['policy-without-workload', 'An AuthorizationPolicy applies to no workload of the mesh.']),
  namespace: istioRule('IST0101', 'error', ['policy-namespace', 'An AuthorizationPolicy names a namespace that does not exist.']),
};

/** Whom an AuthorizationPolicy applies to, and the namespaces that it names. */
export const authorizationPoliciesCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'auth.AuthorizationPoliciesAnalyzer',
  kinds: ['security.istio.io/AuthorizationPolicy'],
  reads: ['Namespace', ...WORKLOAD_KINDS],
  * judge(policy, { set }) {
    if (!isForAll(policy, set) && !hasTargets(policy)) {
      yield* judgeWorkloads(policy, set);
    }
    for (const from of policy.spec.at('rules').items().flatMap(rule => rule.at('from').items())) {
      yield* judgeNamespaces(from.at('source', 'namespaces').items(), set);
      yield* judgeNamespaces(from.at('source', 'notNamespaces').items(), set);
    }
  },
});

function isForAll({ spec, namespace }: Resource, set: ObjectSet): boolean {
  return namespace === rootNamespace(set) && !spec.at('selector').isSet;
}

/** What a policy targets is judged as MESH116: proxies of gateways and waypoints are made from these objects. */
function hasTargets({ spec }: Resource): boolean {
  return spec.at('targetRefs').isFilled || spec.at('targetRef').isFilled;
}

function* judgeWorkloads({ spec, namespace }: Resource, set: ObjectSet): Judgement {
  const isMeshWide = namespace === rootNamespace(set);
  const labels = spec.at('selector', 'matchLabels');
  const among = isMeshWide ? undefined : namespace;
  const pods = isMeshWide ? podsSelected(set, labels.textMap) : podsSelectedIn(set, namespace, labels.textMap);
  if (mayHaveOtherPods(set, among) || pods.some(pod => mayBeInMesh(set, pod))) {
    yield* unknownInjection(set, pods).map(unknown => ({ undecided: rules.workload, unknown }));
    return;
  }
  const where = isMeshWide ? 'any namespace' : `namespace ${namespace}`;
  const isDecidable = isMeshWide ? set.settings.complete : showsPodsOf(set, namespace);
  yield isDecidable
    ? noWorkload(set, labels, { where, among, outside: pods.length > 0 })
    : { undecided: rules.workload, unknown: `pods of ${where}` };
}

function mayBeInMesh(set: ObjectSet, pod: RunningPod): boolean {
  return hasSidecar(set, pod) !== false || isAmbientPod(set, pod);
}

interface Where {
  readonly where: string;
  /** Undefined for all namespaces. */
  readonly among: string | undefined;
  /** Whether pods are selected that are not in the mesh. */
  readonly outside: boolean;
}

function noWorkload(set: ObjectSet, labels: Field, { where, among, outside }: Where): Problem {
  if (!labels.isFilled) {
    return { rule: rules.workload, path: ['metadata', 'name'], message: `no pod of ${where} is in the mesh`, repair: ENABLE };
  }
  const text = selectorText(labels.textMap);
  return outside ? {
    rule: rules.workload,
    path: labels.path,
    message: `the pods of ${where} with the labels ${text} are not in the mesh, so nothing enforces the policy`,
    repair: ENABLE,
  } : {
    rule: rules.workload,
    path: labels.path,
    message: `no pod of ${where} has the labels ${text}`,
    repair: repairBy(labelMeant(set, labels.textMap, among), 'select by labels that the pods have'),
  };
}

const ENABLE = 'enable injection for the pods, or remove the policy';

function* judgeNamespaces(patterns: readonly Field[], set: ObjectSet): Judgement {
  for (const { text, path } of patterns) {
    if (text === undefined || set.knows('Namespace', '', text) || isThere(namespacesOf(set), text.toLowerCase())) {
      continue;
    }
    yield set.settings.complete
      ? { rule: rules.namespace, path, message: `namespace ${text} is not in the input`, repair: 'correct the name, or add the Namespace' }
      : { undecided: rules.namespace, unknown: `Namespace ${text}` };
  }
}

/** Namespaces that are there: shown as objects, or because something lies in them, here or elsewhere, or since Istio does. */
const namespacesOf = perSet((set): ReadonlySet<string> => {
  const names = new Set(set.of('Namespace').map(({ name }) => name)).add(ISTIO_NAMESPACE);
  set.all.forEach(({ namespace }) => names.add(namespace));
  set.assumed.forEach(({ namespace }) => names.add(namespace));
  return new Set([...names].filter(name => name !== '').map(name => name.toLowerCase()));
});

/** Most namespaces are named without an asterisk, and are looked up. */
function isThere(names: ReadonlySet<string>, pattern: string): boolean {
  return names.has(pattern) || (pattern.includes('*') && [...names].some(name => fits(name, pattern)));
}

function fits(name: string, pattern: string): boolean {
  if (pattern.startsWith('*')) {
    return name.endsWith(pattern.slice(1));
  }
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
