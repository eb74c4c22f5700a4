import { ObservedSide } from '../mesh/observed-side';
import { Percent } from '../mesh/percent';
import { MeshQuery } from './mesh-query';
import { MetricName } from './metric-name';
import { MetricUnit } from './metric-unit';
import { groupLabels, reporter, scopeMatchers } from './private/queries/istio-labels';
import { Matcher, percentile, rate, series, share, sum } from './private/queries/promql';
import { Question, question } from './private/queries/question';
import type { CountedRequests } from './private/rules/burn-rates';
import { QueryOptions, SuccessQueryOptions } from './query-options';

/** What can be asked of the proxies of Istio. Each question is of one scope, and counts every request once. */
export class IstioQueries {
  /** Requests in a second. @throws when nobody counts them there */
  public static requestRate(options: QueryOptions = {}): MeshQuery {
    const asked = new Asked('request-rate', options);
    return asked.query({ description: 'Requests in a second', unit: MetricUnit.REQUESTS_PER_SECOND, text: asked.count(MetricName.ISTIO_REQUESTS) });
  }

  /** Requests in a second that failed by fault of the service. @throws when nobody counts them there */
  public static errorRate(options: SuccessQueryOptions = {}): MeshQuery {
    const asked = new Asked('error-rate', options);
    return asked.query({ description: 'Requests in a second that failed', unit: MetricUnit.REQUESTS_PER_SECOND, text: asked.failures() });
  }

  /** The share of requests that did not fail by fault of the service. @throws when nobody counts them there */
  public static successRate(options: SuccessQueryOptions = {}): MeshQuery {
    const asked = new Asked('success-rate', options);
    const text = share(asked.count(MetricName.ISTIO_REQUESTS, asked.successes()), asked.count(MetricName.ISTIO_REQUESTS));
    return asked.query({ description: 'The share of requests that did not fail', unit: MetricUnit.PERCENT, text });
  }

  /** The share of requests that failed by fault of the service. @throws when nobody counts them there */
  public static errorShare(options: SuccessQueryOptions = {}): MeshQuery {
    const asked = new Asked('error-share', options);
    const text = share(asked.failures(), asked.count(MetricName.ISTIO_REQUESTS));
    return asked.query({ description: 'The share of requests that failed', unit: MetricUnit.PERCENT, text });
  }

  /** The time in which this part of the requests is answered. @throws when nobody counts them there, or the part is none or all */
  public static latency(part: Percent, options: QueryOptions = {}): MeshQuery {
    if (part.value === 0 || part.value === 100) {
      throw new Error(`IstioQueries.latency: ${part.value} percent of requests is not a valid percentile. Use less: Percent.of(99).`);
    }
    const asked = new Asked(`latency-p${part.value}`, options);
    const text = percentile(part, asked.rate(`${MetricName.ISTIO_REQUEST_DURATION}_bucket`), asked.labels);
    return asked.query({ description: `The time in which ${part.value} % of requests are answered`, unit: MetricUnit.MILLISECONDS, text });
  }

  /** The time in which half of the requests are answered. @throws when nobody counts them there */
  public static latencyP50(options: QueryOptions = {}): MeshQuery {
    return IstioQueries.latency(Percent.of(50), options);
  }

  /** The time in which nine of ten requests are answered. @throws when nobody counts them there */
  public static latencyP90(options: QueryOptions = {}): MeshQuery {
    return IstioQueries.latency(Percent.of(90), options);
  }

  /** The time in which 99 of 100 requests are answered. @throws when nobody counts them there */
  public static latencyP99(options: QueryOptions = {}): MeshQuery {
    return IstioQueries.latency(Percent.of(99), options);
  }

  /**
   * The share of requests, of HTTP and gRPC alone, that came over mutual TLS.
   *
   * @throws when nobody counts them there, or the callers are asked, who do not know
   */
  public static mutualTlsShare(options: QueryOptions = {}): MeshQuery {
    const asked = new Asked('mutual-tls-share', options);
    const text = asked.securedShare('mutualTlsShare', MetricName.ISTIO_REQUESTS);
    return asked.query({ description: 'The share of HTTP and gRPC requests that came over mutual TLS', unit: MetricUnit.PERCENT, text });
  }

  /**
   * The share of TCP connections, opened of late, that came over mutual TLS.
   *
   * @throws when nobody counts them there, or the callers are asked, who do not know
   */
  public static mutualTlsConnectionShare(options: QueryOptions = {}): MeshQuery {
    const asked = new Asked('mutual-tls-connection-share', options, false);
    const text = asked.securedShare('mutualTlsConnectionShare', MetricName.ISTIO_TCP_OPENED);
    return asked.query({ description: 'The share of TCP connections that came over mutual TLS', unit: MetricUnit.PERCENT, text });
  }

  /** Bytes of requests in a second. @throws when nobody counts them there */
  public static requestBytes(options: QueryOptions = {}): MeshQuery {
    const asked = new Asked('request-bytes', options);
    const text = asked.count(`${MetricName.ISTIO_REQUEST_BYTES}_sum`);
    return asked.query({ description: 'Bytes of requests in a second', unit: MetricUnit.BYTES_PER_SECOND, text });
  }

  /** Bytes of answers in a second. @throws when nobody counts them there */
  public static responseBytes(options: QueryOptions = {}): MeshQuery {
    const asked = new Asked('response-bytes', options);
    const text = asked.count(`${MetricName.ISTIO_RESPONSE_BYTES}_sum`);
    return asked.query({ description: 'Bytes of answers in a second', unit: MetricUnit.BYTES_PER_SECOND, text });
  }

  /** TCP connections that are opened in a second. @throws when nobody counts them there */
  public static tcpOpened(options: QueryOptions = {}): MeshQuery {
    const asked = new Asked('tcp-opened', options, false);
    return asked.query({ description: 'TCP connections opened in a second', unit: MetricUnit.COUNTS_PER_SECOND, text: asked.count(MetricName.ISTIO_TCP_OPENED) });
  }

  /** TCP connections that are closed in a second. @throws when nobody counts them there */
  public static tcpClosed(options: QueryOptions = {}): MeshQuery {
    const asked = new Asked('tcp-closed', options, false);
    return asked.query({ description: 'TCP connections closed in a second', unit: MetricUnit.COUNTS_PER_SECOND, text: asked.count(MetricName.ISTIO_TCP_CLOSED) });
  }

  /** Bytes that the called sends in TCP connections, in a second. @throws when nobody counts them there */
  public static tcpSent(options: QueryOptions = {}): MeshQuery {
    const asked = new Asked('tcp-sent', options, false);
    return asked.query({ description: 'Bytes sent in TCP connections in a second', unit: MetricUnit.BYTES_PER_SECOND, text: asked.count(MetricName.ISTIO_TCP_SENT) });
  }

  /** Bytes that the called receives in TCP connections, in a second. @throws when nobody counts them there */
  public static tcpReceived(options: QueryOptions = {}): MeshQuery {
    const asked = new Asked('tcp-received', options, false);
    return asked.query({ description: 'Bytes received in TCP connections in a second', unit: MetricUnit.BYTES_PER_SECOND, text: asked.count(MetricName.ISTIO_TCP_RECEIVED) });
  }

  /** Requests in a second, and those of them that took longer than this bound of a bucket, in milliseconds. @internal */
  public static _slow(bound: number, options: QueryOptions): CountedRequests {
    const asked = new Asked('slow-requests', options);
    const all = asked.count(`${MetricName.ISTIO_REQUEST_DURATION}_count`);
    // Prometheus 3 writes whole bounds with a decimal, as OpenMetrics does; Prometheus 2 as the proxies do.
    const fast = asked.count(`${MetricName.ISTIO_REQUEST_DURATION}_bucket`, [['le', '=~', `${String(bound).replace('.', '[.]')}${Number.isInteger(bound) ? '([.]0)?' : ''}`]]);
    // Where nobody counts up to the bound, all are slow: better an alert without reason than none for a reason.
    return { all, bad: `(${all} - (${fast} or ${all} * 0))` };
  }

  private constructor() {}
}

/** Statuses of gRPC that are the fault of the service: unknown, deadline exceeded, unimplemented, internal, unavailable, data loss. */
const GRPC_FAILURES = '2|4|12|13|14|15';

/** A question on its way to be a query. */
class Asked {
  public readonly labels: readonly string[];
  public readonly question: Question;
  private readonly matchers: readonly Matcher[];

  constructor(private readonly name: string, options: QueryOptions, asksForRequests = true) {
    this.question = question(options, asksForRequests, `query ${name}`);
    this.labels = groupLabels(options.groupBy ?? []);
    this.matchers = [reporter(this.question.side, options.waypoints ?? false), ...scopeMatchers(this.question.scope)];
  }

  public rate(metric: string, more: readonly Matcher[] = []): string {
    return rate(series(metric, [...this.matchers, ...more]), this.question.over);
  }

  public count(metric: string, more: readonly Matcher[] = []): string {
    return sum(this.rate(metric, more), this.labels);
  }

  public successes(): readonly Matcher[] {
    return [['response_code', '!~', '5..'], ...this.question.countsGrpc ? [['grpc_response_status', '!~', GRPC_FAILURES] as const] : []];
  }

  /** @throws when the callers are asked */
  public securedShare(call: string, metric: MetricName): string {
    if (this.question.side === ObservedSide.CLIENT) {
      throw new Error(`IstioQueries.${call}: client proxies do not count this. Query server proxies: side: ObservedSide.SERVER.`);
    }
    // Waypoints count "unknown": what nobody knows is neither secured nor plain.
    return share(this.count(metric, [['connection_security_policy', '=', 'mutual_tls']]), this.count(metric, [['connection_security_policy', '!=', 'unknown']]));
  }

  /** Those with an error of HTTP, and those that are well for HTTP alone: no request is both. */
  public failures(): string {
    const http = this.rate(MetricName.ISTIO_REQUESTS, [['response_code', '=~', '5..']]);
    const grpc = this.rate(MetricName.ISTIO_REQUESTS, [['response_code', '!~', '5..'], ['grpc_response_status', '=~', GRPC_FAILURES]]);
    return sum(this.question.countsGrpc ? `${http} or ${grpc}` : http, this.labels);
  }

  public query(said: { readonly description: string; readonly text: string; readonly unit: MetricUnit }): MeshQuery {
    return MeshQuery.of(this.name, { ...said, labels: [...this.labels], window: this.question.window });
  }
}
