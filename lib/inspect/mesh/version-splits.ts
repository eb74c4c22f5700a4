import { addTo } from '../group-by';
import { destinationsOf } from './destinations';
import { fullHost, serviceHost } from './hosts';
import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';
import { servicesSelecting } from './services';
import { definedSubsets, hostOfRule } from './subsets';
import type { Workload } from './workloads';

/** What splits the traffic of a host among versions: by which label, and into which values of it. */
export interface VersionSplit {
  readonly label: string;
  readonly version: string;
  /** The object that names the version: `DestinationRule shop/cart`. */
  readonly namedBy: string;
}

/** The label that tells versions, where nobody says another. */
export const VERSION = 'version';

/** How the traffic of the hosts is split under which the pods of a workload are known. */
export function splitsOf(set: ObjectSet, { namespace, labels }: Workload): readonly VersionSplit[] {
  const services = servicesSelecting(set, namespace, labels).filter(({ spec }) => spec.at('selector').isFilled);
  const names = services.length > 0 ? services.map(({ name }) => name) : [labels.app ?? ''].filter(name => name !== '');
  return names.flatMap(name => splits(set).get(serviceHost(set, name, namespace)) ?? []);
}

const splits = perSet((set): ReadonlyMap<string, readonly VersionSplit[]> => {
  const splitsByHost = new Map<string, VersionSplit[]>();
  set.of('networking.istio.io/DestinationRule').forEach(rule => addSubsets(splitsByHost, set, rule));
  set.of('split.smi-spec.io/TrafficSplit').forEach(split => addBackends(splitsByHost, set, split));
  set.of('networking.istio.io/VirtualService').forEach(virtualService => addUndefined(splitsByHost, set, virtualService));
  return splitsByHost;
});

type SplitsByHost = Map<string, VersionSplit[]>;

function addSubsets(splitsByHost: SplitsByHost, set: ObjectSet, rule: Resource): void {
  const [host, namedBy] = [hostOfRule(set, rule), `DestinationRule ${rule.fullName}`];
  for (const subset of rule.spec.at('subsets').items()) {
    const labels = subset.at('labels').textMap;
    for (const label in labels) {
      addTo(splitsByHost, host, { label, version: labels[label], namedBy });
    }
  }
}

/** The Services behind a split tell the versions; they are those of the pods of the apex Service, which need not be there. */
function addBackends(splitsByHost: SplitsByHost, set: ObjectSet, { spec, namespace, fullName }: Resource): void {
  for (const name of spec.at('backends').items().map(backend => backend.at('service').text ?? '')) {
    const version = set.find('Service', namespace, name)?.spec.at('selector', VERSION).text;
    if (version !== undefined) {
      for (const host of [spec.at('service').text ?? '', name].map(one => serviceHost(set, one, namespace))) {
        addTo(splitsByHost, host, { label: VERSION, version, namedBy: `TrafficSplit ${fullName}` });
      }
    }
  }
}

/** A subset that no DestinationRule shows is taken for the version of the same name. */
function addUndefined(splitsByHost: SplitsByHost, set: ObjectSet, virtualService: Resource): void {
  for (const { host: { text = '' }, subset: { text: version = '' } } of destinationsOf(virtualService)) {
    const host = fullHost(set, text, virtualService.namespace);
    if (version !== '' && definedSubsets(set).get(host)?.has(version) !== true) {
      addTo(splitsByHost, host, { label: VERSION, version, namedBy: `VirtualService ${virtualService.fullName}` });
    }
  }
}
