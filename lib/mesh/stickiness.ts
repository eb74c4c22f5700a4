import { Duration } from 'cdk8s';
import type { MemoryIntent } from './private/intent';
import { requireTime } from './private/require-time';
import { ANY_REQUEST } from './private/routing/conditions';
import { cookieMatch } from './private/routing/cookie-match';
import { isFramingHeader } from './private/routing/framing-headers';
import { headerName } from './private/routing/headers';
import { isToken } from './private/routing/tokens';
import { TextMatch } from './text-match';

/** How the cookie is kept. */
export interface StickyCookieOptions {
  /**
   * How long the client keeps it; whole seconds.
   *
   * @default - until the browser is closed
   */
  readonly maxAge?: Duration;
  /**
   * Whether browsers send it over TLS alone.
   *
   * @default false
   */
  readonly secure?: boolean;
}

/**
 * How a client that a split has sent to one target gets to the same one again. Balancing by a hash does not do that: it chooses among the
 * instances of a version, after the split has chosen the version anew for each request.
 *
 * The answer tells the client where it was; a request that says it is sent there, as long as the target has a weight.
 */
export class Stickiness {
  /** The answer sets a cookie, which browsers send back by themselves. @throws when no cookie has such a name */
  public static cookie(name: string, { maxAge, secure = false }: StickyCookieOptions = {}): Stickiness {
    const call = `Stickiness.cookie("${name}")`;
    if (!isToken(name)) {
      throw new Error(`${call}: this is not a valid cookie name. Use letters, digits and hyphens, such as "shop-version".`);
    }
    requireTime(maxAge, 'seconds', `${call}: maxAge`);
    const lifetime = maxAge === undefined ? [] : [`Max-Age=${maxAge.toSeconds()}`];
    const attributes = ['Path=/', ...lifetime, 'HttpOnly', ...secure ? ['Secure'] : [], 'SameSite=Lax'].join('; ');
    return new Stickiness('cookie', value => ({
      conditions: { ...ANY_REQUEST, headers: { cookie: cookieMatch(name, value) } },
      answer: { add: { 'set-cookie': `${name}=${value}; ${attributes}` }, remove: [], set: {} },
    }));
  }

  /** The answer has a header, which the client has to send back. @throws when no header has such a name, or it means something already */
  public static header(name: string): Stickiness {
    const lower = headerName(name, 'Stickiness.header');
    if (isFramingHeader(lower)) {
      throw new Error(`Stickiness.header("${name}"): proxies set this header themselves, so no response would carry it to the client. Use your own header, such as "x-shop-version".`);
    }
    if (lower === 'cookie' || lower === 'set-cookie') {
      throw new Error(`Stickiness.header("${name}"): clients send cookies in a different header than responses set them in. Use Stickiness.cookie("shop-version").`);
    }
    return new Stickiness(lower, value => ({
      conditions: { ...ANY_REQUEST, headers: { [lower]: TextMatch.exact(value) } },
      answer: { add: {}, remove: [], set: { [lower]: value } },
    }));
  }

  /** The one in which a client says where it was. @internal */
  public readonly _header: string;
  /** What makes a client remember a target. @internal */
  public readonly _memoryOf: (target: string) => MemoryIntent;

  private constructor(header: string, memoryOf: (target: string) => MemoryIntent) {
    this._header = header;
    this._memoryOf = memoryOf;
  }

  /** The same, but that clients who were at one target are divided anew when something else is drawn. @internal */
  public _drawnAnew(target: string, draw: string): Stickiness {
    return new Stickiness(this._header, name => this._memoryOf(name === target ? `${name}@${draw}` : name));
  }
}
