import { Field } from './field';
import { fullHost } from './hosts';
import { meshConfig, rootNamespace } from './mesh-config';
import { ObjectSet, perSet } from './object-set';

/** A provider of telemetry to which the proxies of some namespaces send. */
export interface TelemetryService {
  readonly provider: string;
  /** The full host of its Service. */
  readonly host: string;
}

/** To which Services the proxies of a namespace send traces and access logs, as far as Telemetry objects and the mesh config say. */
export function telemetryServices(set: ObjectSet, namespace: string): TelemetryService[] {
  const names = [...defaultNames(set), ...namesIn(set, rootNamespace(set)), ...namesIn(set, namespace)];
  return [...new Set(names)].flatMap(provider => {
    const host = providerHost(set, provider);
    return host === undefined ? [] : [{ provider, host }];
  });
}

function namesIn(set: ObjectSet, namespace: string): string[] {
  return byNamespace(set).get(namespace) ?? [];
}

const byNamespace = perSet(set => {
  const names = new Map<string, string[]>();
  for (const { spec, namespace } of set.of('telemetry.istio.io/Telemetry')) {
    const selected = ['tracing', 'accessLogging'].flatMap(key => spec.at(key).items()).filter(isOn).flatMap(one => one.at('providers').items());
    names.set(namespace, [...names.get(namespace) ?? [], ...selected.map(provider => provider.at('name').text ?? '')]);
  }
  return names;
});

function isOn(entry: Field): boolean {
  return entry.at('disableSpanReporting').value !== true && entry.at('disabled').value !== true;
}

function defaultNames(set: ObjectSet): string[] {
  const defaults = meshConfig(set).at('defaultProviders');
  return [...defaults.at('tracing').texts, ...defaults.at('accessLogging').texts];
}

const services = perSet(set => new Map(meshConfig(set).at('extensionProviders').items().map(provider => {
  const service = provider.entries().map(([, settings]) => settings.at('service').text).find(text => text !== undefined);
  return [provider.at('name').text ?? '', service] as const;
})));

/** The full host of a provider, before which a namespace may stand; undefined for one that is unknown, or has no Service. */
export function providerHost(set: ObjectSet, provider: string): string | undefined {
  const service = services(set).get(provider);
  return service === undefined ? undefined : fullHost(set, service.slice(service.indexOf('/') + 1), rootNamespace(set));
}
