import { COLLECTOR_KIND } from '../../mesh/collector-configs';
import { declaredEnvironment, isProduction, meshEnvironment, taggedEnvironment } from '../../mesh/environment';
import type { Field } from '../../mesh/field';
import { meshConfigIn, MESH_CONFIG_KINDS, rootNamespace } from '../../mesh/mesh-config';
import type { ObjectSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { meshTraceDestination, traceDestination } from '../../mesh/trace-destinations';
import { hasWholeTraces, leadsToWholeTraces } from '../../mesh/whole-traces';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const samplingValue = meshRule('MESH040', 'warning', ['sampling-value', 'Every production request is traced, or a fraction is given where a percentage is expected.']);

const TELEMETRY = 'telemetry.istio.io/Telemetry';

/** Percentages of sampled requests that nobody means. */
export const samplingValueCheck = defineCheck({
  rules: [samplingValue],
  kinds: [TELEMETRY, ...MESH_CONFIG_KINDS],
  reads: ['ConfigMap', 'Service', COLLECTOR_KIND, ...WORKLOAD_KINDS],
  * judge(resource, { set }) {
    if (resource.kind === TELEMETRY) {
      for (const tracing of resource.spec.at('tracing').items()) {
        const place = tracing.at('randomSamplingPercentage');
        const environment = environmentOf(set, resource, tracing);
        yield* judgeAll(set, place, { environment, destination: () => traceDestination(set, resource, tracing) });
        yield* judgeFraction(place);
      }
      return;
    }
    const tracing = meshConfigIn(resource)?.config.at('defaultConfig', 'tracing');
    if (tracing !== undefined) {
      const place = tracing.at('sampling');
      const environment = taggedEnvironment(tracing.at('customTags')) ?? declaredEnvironment(set);
      yield* judgeAll(set, place, { environment, destination: () => meshTraceDestination(set) });
      yield* judgeFraction(place);
      yield* judgeOne(place);
    }
  },
});

function environmentOf(set: ObjectSet, { namespace }: Resource, tracing: Field): string | undefined {
  const reach = namespace === rootNamespace(set) ? undefined : namespace;
  return taggedEnvironment(tracing.at('customTags')) ?? meshEnvironment(set) ?? declaredEnvironment(set, reach);
}

/** Of which pods spans are told, and where these go; that is asked for where it matters alone. */
interface Reach {
  readonly environment: string | undefined;
  readonly destination: () => string | undefined;
}

function* judgeAll(set: ObjectSet, { number, path }: Field, { environment, destination }: Reach): Judgement {
  if (number === 100 && isProduction(environment) && !needsWholeTraces(set, destination)) {
    yield {
      rule: samplingValue,
      path,
      message: `all requests of the environment ${environment} are traced, which costs every proxy and the collector`,
      repair: hasWholeTraces(set)
        ? 'sample 10 percent or less, or point the provider at the collector with tail_sampling, which does not receive these spans'
        : 'sample 10 percent or less',
    };
  }
}

/** Whether the spans come to a collector that has to get all of them, or may, as far as the input shows. */
function needsWholeTraces(set: ObjectSet, destination: Reach['destination']): boolean {
  const host = hasWholeTraces(set) ? destination() : undefined;
  return hasWholeTraces(set) && (host === undefined || leadsToWholeTraces(set, host, rootNamespace(set)) !== false);
}

function* judgeFraction({ number = 0, path }: Field): Judgement {
  if (number > 0 && number < 1) {
    yield { rule: samplingValue, path, message: `${number} is read as ${number} percent, and looks like a fraction`, repair: `write ${Number((number * 100).toPrecision(6))} if a fraction is meant` };
  }
}

function* judgeOne({ number, path }: Field): Judgement {
  if (number === 1) {
    yield { rule: samplingValue, path, message: '1 is read as 1 percent, and looks like a fraction for all requests', repair: 'write 100 for all, or set randomSamplingPercentage: 1 in a Telemetry' };
  }
}
