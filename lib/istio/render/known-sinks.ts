import type { KnownSinks } from '../../mesh/private/telemetry/telemetry-intent';
import { IstioProfile } from '../istio-profile';
import type { Settings } from '../private/install/settings';

type Kinds = Readonly<Record<keyof KnownSinks, readonly string[]>>;

/** How Istio calls the output of its proxies. */
export const OUTPUT = 'envoy';

/** What stands for a sink of traces, and of logs. */
const KINDS: Kinds = {
  traces: ['datadog', 'opentelemetry', 'skywalking', 'stackdriver', 'zipkin'],
  logs: ['envoyFileAccessLog', 'envoyHttpAls', 'envoyOtelAls', 'envoyTcpAls', 'stackdriver'],
};

/** What the profile `demo` brings, as long as nobody says which there are. */
const OF_DEMO: Kinds = { traces: ['jaeger', 'otel-tracing', 'skywalking'], logs: ['otel'] };

/** The sinks that Istio is told of, and those that it has by itself. */
export function knownSinks({ extensionProviders = [] }: Settings, profile?: IstioProfile): KnownSinks {
  const providers = extensionProviders as ReadonlyArray<Settings & { readonly name: string }>;
  const sinks = (of: keyof KnownSinks): Array<readonly [string, string | undefined]> => {
    const found = providers.flatMap(provider => (
      KINDS[of].filter(kind => kind in provider).map(kind => [provider.name, hostOf(provider[kind])] as const)
    ));
    const ofProfile = profile === IstioProfile.DEMO && providers.length === 0 ? OF_DEMO[of].map(name => [name, undefined] as const) : [];
    return [...found, ...ofProfile];
  };
  return { traces: new Map(sinks('traces')), logs: new Map([[OUTPUT, undefined], ...sinks('logs')]) };
}

/** The host of `namespace/host`. */
function hostOf(provider: unknown): string | undefined {
  return (provider as { readonly service?: string }).service?.replace(/^.*\//, '');
}
