import { serviceHost } from './hosts';
import { ObjectSet, perSet } from './object-set';

/** Whether Flagger makes the Service of a host, or takes it over: its objects are then made in the cluster, and nobody sees them here. */
export function isOfFlagger(set: ObjectSet, host: string): boolean {
  return flaggerHosts(set).has(host);
}

const flaggerHosts = perSet((set): ReadonlySet<string> => new Set(set.of('flagger.app/Canary').flatMap(({ spec, namespace }) => {
  const name = spec.at('service', 'name').text ?? spec.at('targetRef', 'name').text ?? '';
  return ['', '-primary', '-canary'].map(suffix => serviceHost(set, `${name}${suffix}`, namespace));
})));
