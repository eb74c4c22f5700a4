import { groupBy } from '../group-by';
import type { Field } from './field';
import { meshConfig, rootNamespace } from './mesh-config';
import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';
import { providerHost } from './telemetry-services';

const TELEMETRY = 'telemetry.istio.io/Telemetry';

/** The host to which proxies send the spans that an entry of a Telemetry is about; undefined where nobody knows. */
export function traceDestination(set: ObjectSet, telemetry: Resource, tracing: Field): string | undefined {
  const { namespace, spec } = telemetry;
  const provider = firstNamed([
    [tracing],
    spec.at('tracing').items(),
    isSelective(telemetry) ? entriesOfAll(set, namespace) : [],
    entriesOfAll(set, rootNamespace(set)),
  ]);
  return provider === undefined ? defaultDestination(set) : providerHost(set, provider);
}

/** The host to which proxies send spans where no Telemetry of a namespace says otherwise; undefined where nobody knows. */
export function meshTraceDestination(set: ObjectSet): string | undefined {
  const provider = firstNamed([entriesOfAll(set, rootNamespace(set))]);
  return provider === undefined ? defaultDestination(set) ?? tracerHost(set) : providerHost(set, provider);
}

/** The provider that the first of several levels names that names one; the empty name, which no provider has, where one level names several. */
function firstNamed(levels: ReadonlyArray<readonly Field[]>): string | undefined {
  const names = levels.map(entries => new Set(entries.map(entry => entry.at('providers', 0, 'name').text).filter(name => name !== undefined)));
  const found = names.find(({ size }) => size > 0);
  return found === undefined || found.size === 1 ? found?.values().next().value : '';
}

/** What is said for all pods of a namespace. */
function entriesOfAll(set: ObjectSet, namespace: string): Field[] {
  return (unselective(set).get(namespace) ?? []).flatMap(({ spec }) => spec.at('tracing').items());
}

const unselective = perSet(set => groupBy(set.of(TELEMETRY).filter(telemetry => !isSelective(telemetry)), ({ namespace }) => namespace));

function isSelective({ spec }: Resource): boolean {
  return spec.at('selector', 'matchLabels').isFilled || spec.at('targetRefs').isFilled || spec.at('targetRef').isFilled;
}

/** Of several defaults the first counts. */
function defaultDestination(set: ObjectSet): string | undefined {
  const [provider] = meshConfig(set).at('defaultProviders', 'tracing').texts;
  return provider === undefined ? undefined : providerHost(set, provider);
}

/** The tracer of the proxies themselves, which counts where nobody names a provider. */
function tracerHost(set: ObjectSet): string | undefined {
  const isSaid = meshConfig(set).at('defaultProviders', 'tracing').isFilled;
  const address = meshConfig(set).at('defaultConfig', 'tracing', 'zipkin', 'address').text;
  return isSaid || address?.includes('$') === true ? undefined : address?.replace(/:\d+$/, '');
}
