import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { fullHost, serviceHost, serviceNamed } from '../../mesh/hosts';
import { DESTINATION_RULE } from '../../mesh/istio-kinds';
import { Asker, findHost } from '../../mesh/known-hosts';
import { clustersOf, ObjectSet, perSet } from '../../mesh/object-set';
import { mayHaveOtherPods } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { routeService } from '../../mesh/route-services';
import { writtenLabels } from '../../mesh/runtime-labels';
import { canMeet, indexesByNamespace, Labels, selectorText } from '../../mesh/selectors';
import { selectsEntry, WORKLOAD_ENTRY } from '../../mesh/workload-entries';
import { workloadOf, WORKLOAD_KINDS, workloadsIn, workloadsSelected } from '../../mesh/workloads';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const nothingSelected = meshRule(
  'MESH012', 'error', ['nothing-selected', 'A subset, or a Service in a traffic split, selects no workload.'], ['IST0173'],
);

const TRAFFIC_SPLIT = 'split.smi-spec.io/TrafficSplit';
const HTTP_ROUTES = ['gateway.networking.k8s.io/HTTPRoute', 'policy.linkerd.io/HTTPRoute'];

/** Subsets and Services without workloads. */
export const nothingSelectedCheck = defineCheck({
  rules: [nothingSelected],
  kinds: [DESTINATION_RULE, TRAFFIC_SPLIT, ...HTTP_ROUTES],
  fields: ['subsets', 'backends', 'backendRefs'],
  reads: ['Service', 'networking.istio.io/ServiceEntry', WORKLOAD_ENTRY, 'flagger.app/Canary', ...WORKLOAD_KINDS],
  judge: (resource, { set }) => (resource.kind === DESTINATION_RULE ? judgeSubsets(resource, set) : judgeBackends(resource, set)),
});

function* judgeSubsets({ spec, namespace }: Resource, set: ObjectSet): Iterable<Problem> {
  const host = spec.at('host').text ?? '';
  const all = selectedByHost(set, { namespace, exportTo: spec.at('exportTo').texts }, host);
  if (all === undefined || isOfFlagger(set, fullHost(set, host, namespace))) {
    return;
  }
  for (const subset of spec.at('subsets').items().filter(one => one.at('name').isFilled)) {
    const labels = writtenLabels(subset.at('labels').textMap);
    if (!canMeet(labels, all.selector) || !(isSelected(set, all, labels) || mayBeSelected(set, all.namespace))) {
      yield {
        rule: nothingSelected,
        path: subset.path,
        message: `among the workloads of ${host}, by ${selectorText(all.selector)}, none has the labels ${selectorText(labels)}, so requests to the subset ${subset.at('name').text ?? ''} get 503`,
        repair: 'add workloads with all labels of the Service and the subset, or remove the subset',
      };
    }
  }
}

/** What stands behind a host: workloads of a namespace, and entries for some that run elsewhere, where these can be meant. */
interface Selected {
  readonly namespace: string;
  readonly selector: Labels;
  readonly isEntry: boolean;
}

/** Undefined where nothing of it is shown, so that nobody knows what a subset selects. */
function selectedByHost(set: ObjectSet, asker: Asker, host: string): Selected | undefined {
  const known = findHost(set, asker, host);
  const selected = known === undefined
    ? selectedByName(serviceNamed(set, fullHost(set, host, asker.namespace), asker.namespace))
    : { namespace: known.provider.namespace, selector: known.selector, isEntry: known.provider.kind !== 'Service' };
  const isSomethingSelected = Object.keys(selected.selector).length > 0 && isSelected(set, selected, {});
  return isSomethingSelected && !isOfRollout(set, selected) ? selected : undefined;
}

function selectedByName({ namespace, name }: { readonly namespace: string; readonly name: string }): Selected {
  return { namespace, selector: { app: name }, isEntry: false };
}

/** Behind a host are the workloads of all clusters. */
function isSelected(set: ObjectSet, { namespace, selector, isEntry }: Selected, labels: Labels): boolean {
  const all = { ...selector, ...labels };
  return clustersOf(set).some(cluster => workloadsSelected(cluster, namespace, all).length > 0 || (isEntry && selectsEntry(cluster, namespace, all)));
}

function mayBeSelected(set: ObjectSet, namespace: string): boolean {
  return clustersOf(set).some(cluster => mayHaveOtherPods(cluster, namespace));
}

/** Argo Rollouts gives the pods of each version a label of its own. */
function isOfRollout(set: ObjectSet, { namespace, selector }: Selected): boolean {
  return (rollouts(set).get(namespace)?.selectedBy(selector) ?? []).length > 0;
}

const rollouts = perSet(set => indexesByNamespace(set.of('argoproj.io/Rollout').map(workloadOf)));

function* judgeBackends({ kind, spec, namespace: own }: Resource, set: ObjectSet): Iterable<Problem> {
  for (const { place, namespace, name } of kind === TRAFFIC_SPLIT ? splitBackends(spec, own) : routeBackends(spec, own)) {
    const selector = set.find('Service', namespace, name)?.spec.at('selector').textMap ?? {};
    const selectsAmongSome = Object.keys(selector).length > 0 && workloadsIn(set, namespace).length > 0 && !mayBeSelected(set, namespace);
    if (selectsAmongSome && !isSelected(set, { namespace, selector, isEntry: false }, {}) && !isOfFlagger(set, serviceHost(set, name, namespace))) {
      yield {
        rule: nothingSelected,
        path: place.path,
        message: `no workload of namespace ${namespace} has the labels ${selectorText(selector)}, which Service ${name} selects`,
        repair: 'add workloads with these labels, or remove the Service from the split',
      };
    }
  }
}

interface Backend {
  readonly place: Field;
  readonly namespace: string;
  readonly name: string;
}

function splitBackends(spec: Field, namespace: string): Backend[] {
  return spec.at('backends').items().map(backend => backend.at('service')).map(place => ({ place, namespace, name: place.text ?? '' }));
}

function routeBackends(spec: Field, own: string): Backend[] {
  return spec.at('rules').items().flatMap(rule => rule.at('backendRefs').items()).flatMap(backend => {
    const service = routeService(backend, own);
    return service === undefined ? [] : [{ place: backend.at('name'), ...service }];
  });
}
