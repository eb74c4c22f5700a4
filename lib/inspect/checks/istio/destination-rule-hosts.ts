import type { Field } from '../../mesh/field';
import { fullHost, isCovered } from '../../mesh/hosts';
import { Asker, findHost, KnownHost, knownHosts } from '../../mesh/known-hosts';
import { labelMeant, repairBy } from '../../mesh/near-labels';
import { clustersOf, ObjectSet, perSet } from '../../mesh/object-set';
import { mayHaveOtherPods, podsSelected, podsSelectedIn, RunningPod, showsPodsOf } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { Labels, selects, selectorText } from '../../mesh/selectors';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import { installedHost, missingHost } from './destination-host';
import { istioRule } from './istio-rules';

const rules = {
  subset: istioRule('IST0173', 'error', ['subset-without-pods', 'A subset selects no pod.']),
  host: istioRule('IST0174', 'warning', ['destination-rule-host', 'A DestinationRule is for a host that no Service or ServiceEntry provides.'], ['MESH013']),
};

/** The host of a DestinationRule, and the pods of its subsets. */
export const destinationRuleHostsCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'destinationrule.SubsetSelectPodAnalyzer',
  kinds: ['networking.istio.io/DestinationRule'],
  reads: ['Service', 'networking.istio.io/ServiceEntry', 'networking.istio.io/WorkloadEntry', 'Node', 'flagger.app/Canary', ...WORKLOAD_KINDS],
  * judge({ spec, namespace }, { set }) {
    const [host, asker] = [spec.at('host'), { namespace, exportTo: spec.at('exportTo').texts }];
    const found = findHost(set, asker, host.text ?? '');
    if (found !== undefined) {
      yield* judgeSubsets(spec.at('subsets').items(), found, set);
    } else if (host.isFilled && host.text !== undefined && installedHost(set, asker, host.text) === undefined) {
      yield* judgeHost(host, asker, set);
    }
  },
});

function* judgeHost({ text = '', path }: Field, asker: Asker, set: ObjectSet): Judgement {
  if (!text.startsWith('*')) {
    const missing = missingHost(set, asker, text);
    if (missing !== undefined) {
      yield 'namespace' in missing ? { undecided: rules.host, unknown: missing.namespace } : { rule: rules.host, path, ...missing };
    }
  } else if (!allHosts(set).some(host => isCovered(host, text))) {
    const repair = 'correct the host, or add the Service or ServiceEntry for it';
    yield set.settings.complete
      ? { rule: rules.host, path, message: `no Service or ServiceEntry in the input provides a host of ${fullHost(set, text, asker.namespace)}`, repair }
      : { undecided: rules.host, unknown: `hosts of ${text}` };
  }
}

const allHosts = perSet(set => [...knownHosts(set).byScope.values()].flatMap(hosts => [...hosts.keys()]));

function* judgeSubsets(subsets: readonly Field[], known: KnownHost, set: ObjectSet): Judgement {
  const { kind, namespace } = known.provider;
  for (const subset of subsets.filter(one => one.at('name').isFilled)) {
    const labels = subset.at('labels').textMap;
    const wanted = kind === 'Service' ? labels : { ...known.selector, ...labels };
    if (hasEndpoint(known.provider, wanted) || clustersOf(set).some(cluster => isSelecting(cluster, wanted, namespace))) {
      continue;
    }
    yield isDecidable(set, known)
      ? {
          rule: rules.subset,
          path: subset.path,
          message: `no pod in the input, of any Service, has the labels ${selectorText(wanted)} of the subset ${subset.at('name').text ?? ''}, so requests to it get 503`,
          repair: repairBy(labelMeant(set, wanted, namespace), 'correct the labels, or deploy the pods first'),
        }
      : { undecided: rules.subset, unknown: `pods of namespace ${namespace}` };
  }
}

/** Whether labels select something in a cluster, or may do so. */
function isSelecting(set: ObjectSet, wanted: Labels, namespace: string): boolean {
  return podsOf(set, wanted).length > 0 || hasEntry(set, wanted) || mayHaveOtherPods(set, namespace);
}

/** Whether the set shows the pods of a host: all there are, or at least some of them. */
function isDecidable(set: ObjectSet, { provider, selector }: KnownHost): boolean {
  const { namespace, kind } = provider;
  return set.settings.complete || (kind === 'Service' && showsPodsOf(set, namespace) && podsSelectedIn(set, namespace, selector).length > 0);
}

/** Labels that Istio takes from the node of a pod, or from its cluster. */
const NODE_LABELS = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone', 'topology.istio.io/subzone', 'kubernetes.io/hostname'];
const RUN_TIME_LABELS = new Set([...NODE_LABELS, 'topology.istio.io/cluster', 'topology.istio.io/network']);

function podsOf(set: ObjectSet, wanted: Labels): readonly RunningPod[] {
  if (!Object.keys(wanted).some(key => RUN_TIME_LABELS.has(key))) {
    return podsSelected(set, wanted);
  }
  const [late, own] = [true, false].map(isLate => Object.fromEntries(Object.entries(wanted).filter(([key]) => RUN_TIME_LABELS.has(key) === isLate)));
  return podsSelected(set, own).filter(pod => canHave(set, pod, late));
}

/** Whether a pod has labels that it gets when it runs; where nobody knows its node, it may. */
function canHave(set: ObjectSet, { labels, spec, resource }: RunningPod, late: Labels): boolean {
  const node = set.find('Node', '', spec.at('nodeName').text ?? '');
  if (node === undefined) {
    const isTemplate = resource !== undefined && resource.kind !== 'Pod';
    return isTemplate || spec.at('nodeName').isFilled || selects(late, labels);
  }
  const fromNode = Object.fromEntries(NODE_LABELS.map(key => [key, node.labels[key] ?? '']).filter(([, value]) => value !== ''));
  if (fromNode['topology.kubernetes.io/region'] === undefined) {
    delete fromNode['topology.kubernetes.io/zone'];
  }
  return selects(late, { ...labels, ...fromNode, ...clusterLabels(late) });
}

/** What the cluster says is not in the set; it is as wanted. */
function clusterLabels(late: Labels): Labels {
  return Object.fromEntries(Object.entries(late).filter(([key]) => !NODE_LABELS.includes(key)));
}

function hasEndpoint({ spec }: Resource, wanted: Labels): boolean {
  return spec.at('endpoints').items().some(endpoint => selects(wanted, endpoint.at('labels').textMap));
}

function hasEntry(set: ObjectSet, wanted: Labels): boolean {
  return set.of('networking.istio.io/WorkloadEntry').some(({ spec }) => selects(wanted, spec.at('labels').textMap));
}
