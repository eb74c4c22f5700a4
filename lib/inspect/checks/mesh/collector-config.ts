import { listed } from '../../listed';
import { COLLECTOR_KIND, CollectorConfig, collectorConfigsIn } from '../../mesh/collector-configs';
import type { Field } from '../../mesh/field';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const collectorConfigRule = meshRule(
  'MESH023', 'error', ['collector-config', 'The config of a collector refers to something undefined, so the collector does not start.'],
);

/** Configs of the collectors of OpenTelemetry. */
export const collectorConfigCheck = defineCheck({
  rules: [collectorConfigRule],
  kinds: ['ConfigMap', COLLECTOR_KIND],
  reads: WORKLOAD_KINDS,
  * judge(resource, { set }) {
    for (const found of collectorConfigsIn(set, resource)) {
      yield* judgePipelines(found.config);
      if (found.image.isOfProject) {
        yield* judgeComponents(found);
      }
    }
  },
});

/** The parts of a pipeline, with where each of them is defined. A connector ends one pipeline and begins another. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  receivers: ['receivers', 'connectors'],
  processors: ['processors'],
  exporters: ['exporters', 'connectors'],
};

function* judgePipelines(config: Field): Iterable<Problem> {
  const pipelines = config.at('service', 'pipelines').entries().map(([, pipeline]) => pipeline);
  for (const pipeline of pipelines) {
    for (const [part, places] of Object.entries(PARTS)) {
      yield* undefinedIn(config, pipeline.at(part), places);
    }
    const limiter = pipeline.at('processors').items().findIndex(({ text = '' }) => typeOf(text) === 'memory_limiter');
    if (limiter > 0) {
      yield {
        rule: collectorConfigRule,
        path: pipeline.at('processors', limiter).path,
        message: 'memory_limiter comes after other processors, which use memory before it can refuse data',
        repair: 'put it first',
      };
    }
  }
  yield* undefinedIn(config, config.at('service', 'extensions'), ['extensions']);
}

function undefinedIn(config: Field, list: Field, places: readonly string[]): Problem[] {
  const defined = new Set(places.flatMap(place => config.at(place).entries()).map(([name]) => name));
  return list.items().filter(({ text }) => text !== undefined && !defined.has(text)).map(({ text, path }) => ({
    rule: collectorConfigRule,
    path,
    message: `${text} is not defined in ${places.join(' and ')}, so the collector does not start`,
    repair: defined.size === 0 ? `define it below ${places[0]}` : `define it below ${places[0]}, or name one of ${listed([...defined], 10)}`,
  }));
}

/** Exporters that are gone or have another name, with the version since when. */
const GONE: Readonly<Record<string, { readonly minor: number; readonly instead: string }>> = {
  jaeger: { minor: 85, instead: 'send OTLP to port 4317 of Jaeger with the exporter otlp' },
  jaegerthrifthttp: { minor: 85, instead: 'send OTLP to port 4317 of Jaeger with the exporter otlp' },
  logging: { minor: 111, instead: 'use the exporter debug: {verbosity: normal}' },
};
const RENAMED: Readonly<Record<string, string>> = { otlp: 'otlp_grpc', otlphttp: 'otlp_http' };
const RENAMED_SINCE = 144;

function* judgeComponents({ config, image: { minor } }: CollectorConfig): Iterable<Problem> {
  for (const [name, exporter] of config.at('exporters').entries()) {
    yield* judgeExporter(typeOf(name), exporter, minor);
  }
  for (const [, receiver] of config.at('receivers').entries().filter(([name]) => typeOf(name) === 'opencensus')) {
    yield warning(receiver, 'the receiver opencensus is deprecated, as OpenCensus is', 'have clients send OTLP, and remove it');
  }
}

function* judgeExporter(type: string, exporter: Field, minor: number): Iterable<Problem> {
  const gone = Object.hasOwn(GONE, type) ? GONE[type] : undefined;
  if (gone !== undefined && minor >= gone.minor) {
    yield {
      rule: collectorConfigRule,
      path: exporter.path,
      message: `the exporter ${type} was removed from the collector in 0.${gone.minor}, so it does not start`,
      repair: gone.instead,
    };
  } else if (type === 'logging') {
    yield warning(exporter, 'the exporter logging is deprecated, and removed in 0.111', GONE.logging.instead);
  }
  if (Object.hasOwn(RENAMED, type) && minor >= RENAMED_SINCE) {
    yield warning(exporter, `the exporter ${type} was renamed to ${RENAMED[type]} in 0.${RENAMED_SINCE}`, `write ${RENAMED[type]}`);
  }
  const loglevel = exporter.at('loglevel');
  if (loglevel.isSet && ['logging', 'debug'].includes(type)) {
    yield warning(loglevel, 'loglevel is deprecated: use verbosity', 'write verbosity: basic, normal or detailed');
  }
}

function warning({ path }: Field, message: string, repair: string): Problem {
  return { rule: collectorConfigRule, path, message, repair, severity: 'warning' };
}

/** The type of a component, `otlp` of `otlp/jaeger`. */
function typeOf(name: string): string {
  return name.split('/', 1)[0];
}
