import { Duration } from 'cdk8s';
import { HashAlgorithm } from './hash-algorithm';
import type { BalancingIntent } from './private/policy/traffic-policy-intent';
import { warmUpIntent } from './private/policy/warm-up-intent';
import { requireTime } from './private/require-time';
import { isToken } from './private/routing/tokens';
import { WarmUp } from './warm-up';

/**
 * What decides which instance gets a request: one way, chosen by its factory. With a hash, requests that have the same value go to the same
 * instance, as long as instances neither come nor go. Where the mesh sees no requests, as with TCP, that of the address alone holds.
 */
export class LoadBalancing {
  /** To the same instance by a cookie, which the mesh gives to whoever has none. @throws when no cookie has such a name or path */
  public static hashCookie(name: string, options: HashCookieOptions = {}): LoadBalancing {
    const { algorithm, path = '/', ttl = Duration.seconds(0) } = options;
    const call = `LoadBalancing.hashCookie("${name}")`;
    requireToken(name, call, 'cookie');
    if (!/^\/[\x21-\x3a\x3c-\x7e]*$/.test(path)) {
      throw new Error(`${call}: "${path}" is not a valid cookie path. Begin it with "/", without spaces and semicolons.`);
    }
    if (ttl.toMilliseconds({ integral: false }) !== 0) {
      requireTime(ttl, 'seconds', `${call}: ttl`);
    }
    return new LoadBalancing({ by: 'cookie', name, path, ttl, algorithm: algorithm?._intent });
  }

  /** To the same instance by the value of a header; requests without it go anywhere. @throws when no header has such a name */
  public static hashHeader(name: string, { algorithm }: HashOptions = {}): LoadBalancing {
    requireToken(name, `LoadBalancing.hashHeader("${name}")`, 'header');
    return new LoadBalancing({ by: 'header', name: name.toLowerCase(), algorithm: algorithm?._intent });
  }

  /** To the same instance by the value of a parameter of the query; requests without it go anywhere. @throws when the name is empty */
  public static hashQuery(name: string, { algorithm }: HashOptions = {}): LoadBalancing {
    if (name === '') {
      throw new Error('LoadBalancing.hashQuery(""): the parameter name is empty. Set it, for example "user".');
    }
    return new LoadBalancing({ by: 'query', name, algorithm: algorithm?._intent });
  }

  /** To the same instance by the address that the connection comes from: behind a gateway or a load balancer, that one's. */
  public static hashSourceIp({ algorithm }: HashOptions = {}): LoadBalancing {
    return new LoadBalancing({ by: 'source-address', algorithm: algorithm?._intent });
  }

  /**
   * To the one with fewer requests under way, of two taken at random. So does a mesh that was told nothing.
   *
   * @throws when new instances cannot be warmed up so
   */
  public static leastRequest({ warmUp }: WarmUpOptions = {}): LoadBalancing {
    return new LoadBalancing({ by: 'least-request', warmUp: warmUp && warmUpIntent(warmUp, 'LoadBalancing.leastRequest') });
  }

  /** To the very address that the caller wanted, without any choice. */
  public static passthrough(): LoadBalancing {
    return new LoadBalancing({ by: 'passthrough' });
  }

  /** To any. */
  public static random(): LoadBalancing {
    return new LoadBalancing({ by: 'random' });
  }

  /** To one after the other. @throws when new instances cannot be warmed up so */
  public static roundRobin({ warmUp }: WarmUpOptions = {}): LoadBalancing {
    return new LoadBalancing({ by: 'round-robin', warmUp: warmUp && warmUpIntent(warmUp, 'LoadBalancing.roundRobin') });
  }

  /** @internal */
  public readonly _intent: BalancingIntent;

  private constructor(intent: BalancingIntent) {
    this._intent = intent;
  }
}

/** How new instances come to their share. */
export interface WarmUpOptions {
  /**
   * How an instance that is new gets more and more requests.
   *
   * @default - it gets as many as the others at once
   */
  readonly warmUp?: WarmUp;
}

/** How a hash finds its instance. */
export interface HashOptions {
  /**
   * By a table or by a ring.
   *
   * @default HashAlgorithm.ring()
   */
  readonly algorithm?: HashAlgorithm;
}

/** The cookie that the mesh gives to whoever has none. */
export interface HashCookieOptions extends HashOptions {
  /**
   * Below which path the client sends it.
   *
   * @default "/"
   */
  readonly path?: string;
  /**
   * How long the client keeps it, in whole seconds.
   *
   * @default - until the browser is closed
   */
  readonly ttl?: Duration;
}

function requireToken(name: string, call: string, kind: string): void {
  if (!isToken(name)) {
    throw new Error(`${call}: this is not a valid ${kind} name. Use letters, digits and characters such as "-", without spaces.`);
  }
}
