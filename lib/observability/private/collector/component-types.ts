import type { CollectorVersion } from '../../collector-version';
import type { ComponentIntent, ComponentKind } from './component-intent';
import { KNOWN_TYPES } from './known-types';

/** From which minor version on something is so. */
interface Since {
  readonly minor: number;
}

/** Types that have another name since then. The old ones still work, and warn. */
const RENAMED: Partial<Record<ComponentKind, Readonly<Record<string, Since & { readonly name: string }>>>> = {
  // open-telemetry/opentelemetry-collector#14403
  exporters: { otlp: { minor: 144, name: 'otlp_grpc' }, otlphttp: { minor: 144, name: 'otlp_http' } },
  // metadata.yaml of k8sattributesprocessor: 0.145.0 has the old name alone, 0.148.0 both
  processors: { k8sattributes: { minor: 148, name: 'k8s_attributes' } },
};

/** Types that are gone since then, and what does their work. */
const REMOVED: Partial<Record<ComponentKind, Readonly<Record<string, Since & { readonly instead: string }>>>> = {
  exporters: {
    // open-telemetry/opentelemetry-collector-contrib#26546
    jaeger: { minor: 86, instead: 'use collector.exportTo(jaeger), or OtelExporter.otlp: Jaeger accepts OpenTelemetry' },
    jaeger_thrift: { minor: 86, instead: 'use collector.exportTo(jaeger), or OtelExporter.otlp: Jaeger accepts OpenTelemetry' },
    // open-telemetry/opentelemetry-collector#11337
    logging: { minor: 111, instead: 'use OtelExporter.debug()' },
    // open-telemetry/opentelemetry-collector-contrib#33916
    loki: { minor: 131, instead: 'use OtelExporter.otlpHttp: Loki accepts OpenTelemetry over HTTP' },
    // open-telemetry/opentelemetry-collector-contrib#42239
    opencensus: { minor: 134, instead: 'use OtelExporter.otlp' },
  },
  receivers: { opencensus: { minor: 134, instead: 'use OtelReceiver.otlp()' } },
  processors: {},
};

/**
 * What a type is called in a version.
 *
 * @throws when the version has it no more, or nobody knows of it
 */
export function typeIn(version: CollectorVersion, { kind, type }: Pick<ComponentIntent, 'kind' | 'type'>, place: string): string {
  if (version._moreTypes.includes(type)) {
    return type;
  }
  const gone = REMOVED[kind]?.[type];
  if (gone !== undefined && version._has(gone.minor)) {
    throw new Error(`${place}: version ${version.version} of the collector has no "${type}" among its ${kind}: it was removed in 0.${gone.minor}.0. Instead, ${gone.instead}.`);
  }
  const names = Object.entries(RENAMED[kind] ?? {}).find(([old, { name }]) => old === type || name === type);
  if (names !== undefined) {
    const [old, { minor, name }] = names;
    return version._has(minor) ? name : old;
  }
  if (gone === undefined && !KNOWN_TYPES[kind].has(type)) {
    throw new Error(`${place}: "${type}" is not among the ${kind} of the collector. ${nearest(kind, type)}If your own build has it, use CollectorVersion.of("${version.version}", { moreTypes: ["${type}"] }).`);
  }
  return type;
}

function nearest(kind: ComponentKind, type: string): string {
  const bare = (text: string): string => text.replace(/[^a-z0-9]/g, '');
  const meant = [...KNOWN_TYPES[kind]].find(known => bare(known) === bare(type.toLowerCase()));
  return meant === undefined ? '' : `Did you mean "${meant}"? `;
}
