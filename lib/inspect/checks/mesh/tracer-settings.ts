import { isBefore } from '../../istio-release';
import type { Field } from '../../mesh/field';
import { meshConfigIn } from '../../mesh/mesh-config';
import { PROXY_CONFIG_KINDS, proxyConfigIn } from '../../mesh/proxy-configs';
import type { Resource } from '../../mesh/resource';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { nearlySpelled } from '../../nearest';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const tracerSettings = meshRule(
  'MESH009', 'error', ['tracer-settings', 'A tracer setting is unknown to Istio, or no longer read.'],
);

/** Settings of tracers, which istiod takes without a look at their names. */
export const tracerSettingsCheck = defineCheck({
  rules: [tracerSettings],
  kinds: PROXY_CONFIG_KINDS,
  * judge(resource, { istioRelease }) {
    const tracing = proxyConfigIn(resource)?.at('tracing').entries() ?? [];
    yield* tracing.map(([key, place]) => ofTracing(key, place, istioRelease)).filter(problem => problem !== undefined);
    for (const provider of providersIn(resource)) {
      yield* REMOVED_PROVIDERS.map(key => provider.at(key)).filter(place => place.isSet).map(place => removed(place, istioRelease));
      const settings = provider.at('opentelemetry').entries();
      yield* settings.map(([key, place]) => ofOpenTelemetry(key, place, istioRelease)).filter(problem => problem !== undefined);
    }
  },
});

function providersIn(resource: Resource): Field[] {
  return WORKLOAD_KINDS.includes(resource.kind) ? [] : meshConfigIn(resource)?.config.at('extensionProviders').items() ?? [];
}

const TRACING = new Set(['zipkin', 'datadog', 'stackdriver', 'customTags', 'maxPathTagLength', 'sampling', 'tlsSettings', 'enableIstioTags']);
const REMOVED_TRACERS = new Set(['openCensusAgent', 'lightstep']);
const REMOVED_PROVIDERS = ['opencensus', 'lightstep'];

/** The settings of a provider for OpenTelemetry, with the release that brought them. */
const OPEN_TELEMETRY: Readonly<Record<string, string>> = {
  service: '1.20',
  port: '1.20',
  maxTagLength: '1.20',
  http: '1.22',
  resourceDetectors: '1.22',
  dynatraceSampler: '1.22',
  grpc: '1.24',
  serviceAttributeEnrichment: '1.30',
};

const INSTEAD = 'add an extensionProvider with opentelemetry: {service, port} to the mesh config, and a Telemetry that names it';

function ofTracing(key: string, place: Field, release: string): Problem | undefined {
  const name = camelCase(key);
  if (REMOVED_TRACERS.has(name)) {
    return removed(place, release);
  }
  const [meant] = nearlySpelled(key, TRACING, 1);
  return TRACING.has(name) ? undefined : {
    rule: tracerSettings,
    path: place.path,
    message: `unknown tracing setting ${key}: it is dropped silently`,
    repair: /telemetry/i.test(key) ? INSTEAD : meant === undefined ? `remove it, or write one of ${[...TRACING].join(', ')}` : `write ${meant} if that is what you meant, or remove it`,
  };
}

/** Envoy has no such tracer any more; releases before the removal still took the setting. */
function removed(place: Field, release: string): Problem {
  const isGone = isBefore('1.26', release);
  return {
    rule: tracerSettings,
    path: place.path,
    message: `Istio 1.27 removed ${String(place.key)}${isGone ? ': it has no effect' : ', so this is the last release in which it works'}`,
    repair: INSTEAD,
    severity: isGone ? 'error' : 'warning',
  };
}

function ofOpenTelemetry(key: string, place: Field, release: string): Problem | undefined {
  const name = camelCase(key);
  const since = Object.hasOwn(OPEN_TELEMETRY, name) ? OPEN_TELEMETRY[name] : undefined;
  if (since !== undefined && !isBefore(release, since)) {
    return undefined;
  }
  return {
    rule: tracerSettings,
    path: place.path,
    message: since === undefined
      ? `unknown setting ${key} of an OpenTelemetry provider: it is dropped silently`
      : `${key} was added in Istio ${since}: release ${release} drops it silently`,
    repair: name === 'endpoint' ? 'write service and port' : since === undefined ? meantOf(key, release) : 'remove it',
  };
}

function meantOf(key: string, release: string): string {
  const known = Object.entries(OPEN_TELEMETRY).filter(([, since]) => !isBefore(release, since)).map(([name]) => name);
  const [meant] = nearlySpelled(key, known, 1);
  return meant === undefined ? `remove it, or write one of ${known.join(', ')}` : `write ${meant} if that is what you meant, or remove it`;
}

/** Messages may be written with the names of their definition, too: `max_tag_length`. */
function camelCase(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
