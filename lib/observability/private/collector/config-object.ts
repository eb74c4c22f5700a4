import { Duration, Size, Yaml } from 'cdk8s';
import { durationText } from '../../../mesh/private/duration-text';
import type { Signal } from '../../signal';
import type { ComponentIntent, ComponentKind, ComponentPlace, ConfigMap } from './component-intent';
import { mebibytes, said } from './config-values';
import type { RegisteredComponents } from './registered-components';

/** The way of a signal, of which the exporters may become more. */
export interface PipelineIntent {
  readonly id: string;
  readonly signal: Signal;
  readonly receivers: readonly ComponentIntent[];
  readonly processors: readonly ComponentIntent[];
  readonly exporters: ComponentIntent[];
}

interface ConfigIntent {
  readonly components: RegisteredComponents;
  /** where it tells that it is alive */
  readonly health: string;
  readonly host: string;
  readonly limiter: { readonly interval: Duration; readonly limit: Size; readonly spike?: Size };
  readonly metricsPort: number;
  readonly pipelines: readonly PipelineIntent[];
  /** where goes what has nowhere else to go */
  readonly rest?: ComponentIntent;
}

/** A configuration as data, and as text. */
export interface ConfigText {
  readonly object: ConfigMap;
  readonly text: string;
}

const LIMITER = 'memory_limiter';
const HEALTH = 'health_check';

/** The configuration as the collector reads it. */
export function configObject({ components, health, host, limiter, metricsPort, pipelines, rest }: ConfigIntent): ConfigMap {
  const place: ComponentPlace = { isOfNode: components.areOfNode, listenAt: port => `${host}:${port}`, idOf: component => components.idOf(component) };
  const { interval, limit, spike } = limiter;
  const byId = (all: Iterable<readonly [string, ComponentIntent]>): ConfigMap => (
    Object.fromEntries([...all].map(([id, { config }]) => [id, config?.(place) ?? null]))
  );
  const named = (kind: ComponentKind): ConfigMap => byId(components.of(kind));
  const rests = rest !== undefined && pipelines.some(({ exporters }) => exporters.length === 0) ? [rest] : [];
  const ids = (all: readonly ComponentIntent[]): string[] => all.map(place.idOf);
  return {
    receivers: named('receivers'),
    processors: {
      [LIMITER]: said({
        check_interval: durationText(interval),
        limit_mib: mebibytes(limit, LIMITER),
        spike_limit_mib: spike === undefined ? undefined : mebibytes(spike, LIMITER),
      }),
      ...named('processors'),
    },
    exporters: { ...byId(rests.map(one => [place.idOf(one), one])), ...named('exporters') },
    extensions: { [HEALTH]: { endpoint: health }, ...named('extensions') },
    service: {
      extensions: [HEALTH, ...components.of('extensions').keys()],
      pipelines: Object.fromEntries(pipelines.map(({ id, receivers, processors, exporters }) => [id, {
        receivers: ids(receivers),
        processors: [LIMITER, ...ids(processors)],
        exporters: ids(exporters.length === 0 ? rests : exporters),
      }])),
      telemetry: ownTelemetry(host, metricsPort),
    },
  };
}

/**
 * Recent collectors show their own metrics to themselves alone, unless they are told otherwise. Who tells them anything has to say as well what
 * they leave out of names by themselves.
 */
export function ownTelemetry(host: string, port: number): ConfigMap {
  return { metrics: { readers: [{ pull: { exporter: { prometheus: { host, port, without_scope_info: true, without_units: true } } } }] } };
}

export function textOf(object: ConfigMap): ConfigText {
  return { object, text: Yaml.stringify(object) };
}
