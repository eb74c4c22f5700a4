import type { Field } from './field';

/** What Telemetry asks of a provider, with the kinds that can do it. */
export const PROVIDER_KINDS = {
  tracing: ['opentelemetry', 'zipkin', 'datadog', 'skywalking', 'stackdriver', 'lightstep', 'opencensus'],
  metrics: ['prometheus', 'stackdriver'],
  accessLogging: ['envoyFileAccessLog', 'envoyHttpAls', 'envoyTcpAls', 'envoyOtelAls', 'stackdriver'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A task of providers: the name of its field in Telemetry and in `defaultProviders`. */
export type ProviderTask = keyof typeof PROVIDER_KINDS;

export const PROVIDER_TASKS = Object.keys(PROVIDER_KINDS) as readonly ProviderTask[];

/** What kind of provider an entry of `extensionProviders` is; undefined where it does not say. */
export function providerKind(provider: Field): string | undefined {
  return provider.entries().map(([key]) => key).find(key => key !== 'name');
}
