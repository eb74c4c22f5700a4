import type { Field } from '../mesh/field';
import { fitsSelector } from '../mesh/label-selectors';
import { ObjectSet, perSet } from '../mesh/object-set';
import type { Resource } from '../mesh/resource';
import type { Labels } from '../mesh/selectors';

/** Somebody who reads metrics without a client certificate, from a port. */
export interface Scrape {
  readonly monitor: Resource;
  /** The name or number of the port, as the monitor has it. */
  readonly port: string;
}

/** The monitors that read from a Service without a client certificate. */
export function scrapesOfService(set: ObjectSet, { namespace, labels }: Resource): readonly Scrape[] {
  return scrapesOf(set, 'monitoring.coreos.com/ServiceMonitor', { namespace, labels });
}

/** The monitors that read from pods without a client certificate. */
export function scrapesOfPods(set: ObjectSet, pods: { readonly namespace: string; readonly labels: Labels }): readonly Scrape[] {
  return scrapesOf(set, 'monitoring.coreos.com/PodMonitor', pods);
}

function scrapesOf(set: ObjectSet, kind: string, target: { readonly namespace: string; readonly labels: Labels }): readonly Scrape[] {
  const monitors = byNamespace(set);
  return [...monitors.get(`${kind} ${target.namespace}`) ?? [], ...monitors.get(`${kind} *`) ?? []]
    .filter(({ spec }) => fitsSelector(spec.at('selector'), target.labels))
    .flatMap(monitor => plainEndpoints(monitor).map(port => ({ monitor, port })));
}

const byNamespace = perSet((set): ReadonlyMap<string, readonly Resource[]> => {
  const monitors = new Map<string, Resource[]>();
  for (const monitor of set.of('monitoring.coreos.com/ServiceMonitor', 'monitoring.coreos.com/PodMonitor')) {
    for (const namespace of namespacesOf(monitor)) {
      const key = `${monitor.kind} ${namespace}`;
      monitors.set(key, [...monitors.get(key) ?? [], monitor]);
    }
  }
  return monitors;
});

function namespacesOf({ spec, namespace }: Resource): readonly string[] {
  const selector = spec.at('namespaceSelector');
  if (selector.at('any').value === true) {
    return ['*'];
  }
  const names = selector.at('matchNames').texts;
  return names.length === 0 ? [namespace] : [...new Set(names)];
}

function plainEndpoints({ spec }: Resource): string[] {
  return [...spec.at('endpoints').items(), ...spec.at('podMetricsEndpoints').items()].filter(endpoint => !hasCertificate(endpoint)).map(portOf);
}

function hasCertificate(endpoint: Field): boolean {
  return ['certFile', 'cert'].some(key => endpoint.at('tlsConfig', key).isFilled);
}

function portOf(endpoint: Field): string {
  const port = ['port', 'portNumber', 'targetPort'].map(key => endpoint.at(key)).find(({ isFilled }) => isFilled);
  return String(port?.text ?? port?.number ?? '');
}
