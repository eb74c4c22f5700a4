import { Percent } from '../mesh/percent';
import { OtlpProtocol } from './otlp-protocol';

/** What an application is told of itself, and of what it tells. */
export interface ApplicationTelemetry {
  /**
   * What else is said of it in all that it tells: `service.version`.
   *
   * @default - none
   */
  readonly attributes?: { [name: string]: string };
  /**
   * Where it runs: `deployment.environment.name`.
   *
   * @default - the name of the environment, of `app.environment('dev')`; outside of any, nothing is said of it
   */
  readonly environment?: string;
  /**
   * How it speaks to the collector.
   *
   * @default OtlpProtocol.GRPC
   */
  readonly protocol?: OtlpProtocol;
  /**
   * How many of the traces that it begins itself are kept. Of those that come to it, whoever began them has decided.
   *
   * @default - all
   */
  readonly sampling?: Percent;
  /** What it is called in all that it tells. */
  readonly serviceName: string;
}
