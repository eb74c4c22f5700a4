import { isObject } from '../is-object';
import { readDocument } from '../model/read-document';
import { CollectorImage, collectorImage } from './collector-images';
import type { Field } from './field';
import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';
import { allWorkloads, Workload } from './workloads';

/** The object that the operator of OpenTelemetry makes collectors of. */
export const COLLECTOR_KIND = 'opentelemetry.io/OpenTelemetryCollector';

/** The config of a collector, and which collector reads it. */
export interface CollectorConfig {
  readonly config: Field;
  readonly image: CollectorImage;
}

/** The operator brings a collector of the project, unless it is told another one. */
const OF_OPERATOR: CollectorImage = { isOfProject: true, minor: Number.POSITIVE_INFINITY };

/** The configs of collectors that an object holds: a ConfigMap those that a collector mounts. */
export function collectorConfigsIn(set: ObjectSet, resource: Resource): CollectorConfig[] {
  const { kind, root, spec, fullName } = resource;
  if (kind === COLLECTOR_KIND) {
    const image = spec.at('image').isFilled ? collectorImage(spec.at('image').text ?? '') ?? { ...OF_OPERATOR, isOfProject: false } : OF_OPERATOR;
    return [{ config: parsed(spec.at('config')), image }].filter(isConfig);
  }
  const image = mounting(set).get(fullName);
  return image === undefined ? [] : root.at('data').entries().map(([, text]) => ({ config: parsed(text), image })).filter(isConfig);
}

/**
 * The configs of the collectors in a workload; none where no container is a collector. Undefined where one has its config from elsewhere: an
 * argument, a file of its image, or a ConfigMap that the set does not show.
 */
export function collectorConfigsOf(set: ObjectSet, workload: Workload): CollectorConfig[] | undefined {
  const maps = [...new Set(configMapsOf(workload).map(([name]) => name))].map(fullName => set.find('ConfigMap', ...placeOf(fullName)));
  const configs = maps.flatMap(map => (map === undefined ? [] : collectorConfigsIn(set, map)));
  return hasCollector(workload) && (configs.length === 0 || maps.includes(undefined)) ? undefined : configs;
}

/** Whether a collector decides of whole traces which it keeps, for which it has to get all of them. */
export function samplesWholeTraces({ config }: Pick<CollectorConfig, 'config'>): boolean {
  return config.at('service', 'pipelines').entries().some(([, pipeline]) => (
    pipeline.at('processors').items().some(({ text = '' }) => /^tail_sampling(\/|$)/.test(text))
  ));
}

function hasCollector({ pod }: Workload): boolean {
  return pod.at('spec', 'containers').items().some(container => collectorImage(container.at('image').text ?? '') !== undefined);
}

function placeOf(fullName: string): [namespace: string, name: string] {
  const slash = fullName.indexOf('/');
  return [fullName.slice(0, slash), fullName.slice(slash + 1)];
}

function parsed(place: Field): Field {
  return place.text === undefined ? place : place.holding(readDocument(place.text).value);
}

function isConfig({ config }: CollectorConfig): boolean {
  return ['receivers', 'exporters', 'service'].every(key => isObject(config.at(key).value));
}

/** The collectors that mount ConfigMaps, by these; the first of several. */
const mounting = perSet((set): ReadonlyMap<string, CollectorImage> => new Map(
  allWorkloads(set).flatMap(workload => configMapsOf(workload)).reverse(),
));

function configMapsOf({ pod, namespace }: Workload): Array<readonly [configMap: string, image: CollectorImage]> {
  const volumes = pod.at('spec', 'volumes').items();
  return pod.at('spec', 'containers').items().flatMap(container => {
    const image = collectorImage(container.at('image').text ?? '');
    const mounts = new Set(container.at('volumeMounts').items().map(mount => mount.at('name').text));
    const mounted = volumes.filter(volume => mounts.has(volume.at('name').text));
    return image === undefined ? [] : mounted.flatMap(volume => [
      volume.at('configMap', 'name').text,
      ...volume.at('projected', 'sources').items().map(source => source.at('configMap', 'name').text),
    ]).filter(name => name !== undefined).map(name => [`${namespace}/${name}`, image] as const);
  });
}
