import { COLLECTOR_KIND, samplesWholeTraces } from '../../mesh/collector-configs';
import { declaredEnvironment, isProduction, meshEnvironment, taggedEnvironment } from '../../mesh/environment';
import type { Field } from '../../mesh/field';
import { meshConfigIn, MESH_CONFIG_KINDS, rootNamespace } from '../../mesh/mesh-config';
import type { ObjectSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const samplingValue = meshRule('MESH040', 'warning', ['sampling-value', 'Every request of production is traced, or a fraction stands where a percentage is read.']);

const TELEMETRY = 'telemetry.istio.io/Telemetry';

/** Percentages of sampled requests that nobody means. */
export const samplingValueCheck = defineCheck({
  rules: [samplingValue],
  kinds: [TELEMETRY, ...MESH_CONFIG_KINDS],
  reads: ['ConfigMap', COLLECTOR_KIND, ...WORKLOAD_KINDS],
  * judge(resource, { set }) {
    if (resource.kind === TELEMETRY) {
      for (const tracing of resource.spec.at('tracing').items()) {
        yield* judgeSampling(set, tracing.at('randomSamplingPercentage'), environmentOf(set, resource, tracing));
      }
      return;
    }
    const tracing = meshConfigIn(resource)?.config.at('defaultConfig', 'tracing');
    if (tracing !== undefined) {
      yield* judgeSampling(set, tracing.at('sampling'), taggedEnvironment(tracing.at('customTags')) ?? declaredEnvironment(set));
      yield* judgeOne(tracing.at('sampling'));
    }
  },
});

function environmentOf(set: ObjectSet, { namespace }: Resource, tracing: Field): string | undefined {
  const reach = namespace === rootNamespace(set) ? undefined : namespace;
  return taggedEnvironment(tracing.at('customTags')) ?? meshEnvironment(set) ?? declaredEnvironment(set, reach);
}

function* judgeSampling(set: ObjectSet, { number = 0, path }: Field, environment: string | undefined): Judgement {
  if (number === 100 && isProduction(environment) && !samplesWholeTraces(set)) {
    yield {
      rule: samplingValue,
      path,
      message: `all requests of the environment ${environment} are traced, which costs every proxy and the collector`,
      repair: 'sample 10 percent or less',
    };
  }
  if (number > 0 && number < 1) {
    yield { rule: samplingValue, path, message: `${number} is read as ${number} percent, and looks like a fraction`, repair: `write ${Number((number * 100).toPrecision(6))} if a fraction is meant` };
  }
}

function* judgeOne({ number, path }: Field): Judgement {
  if (number === 1) {
    yield { rule: samplingValue, path, message: '1 is read as 1 percent, and looks like a fraction for all requests', repair: 'write 100 for all, or set randomSamplingPercentage: 1 in a Telemetry' };
  }
}
