import { destinationsOf } from './destinations';
import { fullHost, serviceHost } from './hosts';
import { ObjectSet, perSet } from './object-set';
import { servicesSelecting } from './services';
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
  const services = servicesSelecting(set, namespace, labels).filter(({ spec }) => spec.at('selector').isFilled).map(({ name }) => name);
  const names = services.length > 0 ? services : [labels.app ?? ''].filter(name => name !== '');
  return [...new Set(names)].flatMap(name => splits(set).get(serviceHost(set, name, namespace)) ?? []);
}

const splits = perSet(set => {
  const byHost = new Map<string, VersionSplit[]>();
  for (const [host, split] of [...ofDestinationRules(set), ...ofTrafficSplits(set), ...ofVirtualServices(set)]) {
    byHost.set(host, byHost.get(host) ?? []);
    byHost.get(host)!.push(split);
  }
  return byHost;
});

type HostAndSplit = readonly [host: string, split: VersionSplit];

function ofDestinationRules(set: ObjectSet): HostAndSplit[] {
  return set.of('networking.istio.io/DestinationRule').flatMap(({ spec, namespace, fullName }) => (
    spec.at('subsets').items().flatMap(subset => Object.entries(subset.at('labels').textMap)).map(([label, version]) => (
      [fullHost(set, spec.at('host').text ?? '', namespace), { label, version, namedBy: `DestinationRule ${fullName}` }] as const
    ))
  ));
}

/** The Services behind a split tell the versions; they are those of the pods of the apex Service, which need not be there. */
function ofTrafficSplits(set: ObjectSet): HostAndSplit[] {
  return set.of('split.smi-spec.io/TrafficSplit').flatMap(({ spec, namespace, fullName }) => spec.at('backends').items().flatMap(backend => {
    const name = backend.at('service').text ?? '';
    const version = set.find('Service', namespace, name)?.spec.at('selector', VERSION).text;
    const hosts = [spec.at('service').text ?? '', name].map(one => serviceHost(set, one, namespace));
    return version === undefined ? [] : hosts.map(host => [host, { label: VERSION, version, namedBy: `TrafficSplit ${fullName}` }] as const);
  }));
}

/** A subset that no DestinationRule shows is taken for the version of the same name. */
function ofVirtualServices(set: ObjectSet): HostAndSplit[] {
  const defined = definedSubsets(set);
  return set.of('networking.istio.io/VirtualService').flatMap(resource => destinationsOf(resource).flatMap(({ place }) => {
    const [host, version] = [fullHost(set, place.at('host').text ?? '', resource.namespace), place.at('subset').text ?? ''];
    return version === '' || defined.has(`${host} ${version}`)
      ? []
      : [[host, { label: VERSION, version, namedBy: `VirtualService ${resource.fullName}` }] as const];
  }));
}

const definedSubsets = perSet(set => new Set(set.of('networking.istio.io/DestinationRule').flatMap(({ spec, namespace }) => (
  spec.at('subsets').items().map(subset => `${fullHost(set, spec.at('host').text ?? '', namespace)} ${subset.at('name').text ?? ''}`)
))));
