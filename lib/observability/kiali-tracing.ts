import type { KialiTracingIntent } from './private/kiali/kiali-intent';
import { ServerAddress } from './server-address';

/** What is known of traces besides where they are. */
export interface KialiTracingOptions {
  /**
   * Where people open its pages in a browser, for links.
   *
   * @default - there are no links
   */
  readonly externalUrl?: string;
}

/** Where Kiali takes traces from. */
export class KialiTracing {
  /** A Jaeger that is asked over gRPC, at its port 16685. @throws when the address names its port for HTTP */
  public static jaeger(address: ServerAddress, options: KialiTracingOptions = {}): KialiTracing {
    if (address._port === '16686') {
      throw new Error('KialiTracing.jaeger: 16686 is the HTTP port of Jaeger, which does not speak gRPC. Use port 16685, or KialiTracing.jaegerHttp.');
    }
    return new KialiTracing({ provider: 'jaeger', address, overGrpc: true, ...options });
  }

  /** A Jaeger that is asked over HTTP, at its port 16686. @throws when the address names its port for gRPC */
  public static jaegerHttp(address: ServerAddress, options: KialiTracingOptions = {}): KialiTracing {
    if (address._port === '16685') {
      throw new Error('KialiTracing.jaegerHttp: 16685 is the gRPC port of Jaeger, which does not speak HTTP. Use port 16686, or KialiTracing.jaeger.');
    }
    return new KialiTracing({ provider: 'jaeger', address, overGrpc: false, ...options });
  }

  /** A Tempo that is asked over HTTP, at its port 3200. */
  public static tempo(address: ServerAddress, options: KialiTracingOptions = {}): KialiTracing {
    return new KialiTracing({ provider: 'tempo', address, overGrpc: false, ...options });
  }

  private constructor(private readonly intent: KialiTracingIntent) {}

  /** @internal */
  public get _intent(): KialiTracingIntent {
    return this.intent;
  }
}
