import { Duration } from 'cdk8s';
import { requireCount } from './private/require-count';
import { requireTime } from './private/require-time';
import { requireAddress, requireSinkHeaders, requireUrlPath } from './private/telemetry/sink-parts';
import type { DynatraceSamplerIntent } from './private/telemetry/telemetry-intent';

/** A Dynatrace, and where it is asked. */
export interface DynatraceSamplerProps {
  /** The number of the cluster in Dynatrace. It may be negative. */
  readonly clusterId: number;
  /** The tenant of Dynatrace. */
  readonly tenant: string;
  /**
   * Headers that it gets with each question. They are written down in plain text: no place for a secret.
   *
   * @default - none; without a host those of the sink
   */
  readonly headers?: { [name: string]: string };
  /**
   * The full name of the host that is asked. The mesh has to know it.
   *
   * @default - that of the sink, which has to take traces over HTTP
   */
  readonly host?: string;
  /**
   * The path that is asked.
   *
   * @default "/api/v2/samplingConfiguration"
   */
  readonly path?: string;
  /**
   * The port that is asked.
   *
   * @default 443
   */
  readonly port?: number;
  /**
   * How many traces may begin in each minute, as long as Dynatrace does not say it.
   *
   * @default 1000
   */
  readonly rootSpansPerMinute?: number;
  /**
   * How long the answer may take.
   *
   * @default - three seconds; without a host as long as the sink may
   */
  readonly timeout?: Duration;
}

/** Who decides which requests are traced, in place of the mesh. */
export class TraceSampler {
  /** Dynatrace, which is asked again and again. @throws when something of it is none, or is said of a host that is not */
  public static dynatrace(props: DynatraceSamplerProps): TraceSampler {
    const call = `TraceSampler.dynatrace("${props.tenant}")`;
    const { clusterId, rootSpansPerMinute, tenant } = props;
    if (tenant.trim() === '') {
      throw new Error(`${call}: the tenant is empty. Use the tenant id of Dynatrace, such as "abc12345".`);
    }
    requireCount(clusterId, LEAST, `${call}: clusterId`);
    requireCount(rootSpansPerMinute, 1, `${call}: rootSpansPerMinute`);
    return new TraceSampler({ tenant, clusterId, rootSpansPerMinute, api: apiOf(props, call) });
  }

  /** @internal */
  public readonly _intent: DynatraceSamplerIntent;

  private constructor(intent: DynatraceSamplerIntent) {
    this._intent = intent;
  }
}

/** The least number of 32 bits. */
const LEAST = -(2 ** 31);

function apiOf({ headers, host, path, port, timeout }: DynatraceSamplerProps, call: string): DynatraceSamplerIntent['api'] {
  if (host === undefined) {
    const [said] = Object.entries({ headers, path, port, timeout }).find(([, value]) => value !== undefined) ?? [];
    if (said !== undefined) {
      throw new Error(`${call}: ${said} is taken from the sink if no host is set. Set the host, or leave it out.`);
    }
    return undefined;
  }
  requireSinkHeaders(headers, call);
  requireUrlPath(path, call);
  requireTime(timeout, 'milliseconds', `${call}: timeout`);
  const address = requireAddress({ host, port: port ?? 443 }, call);
  return { address, path: path ?? '/api/v2/samplingConfiguration', headers: headers && { ...headers }, timeout };
}
