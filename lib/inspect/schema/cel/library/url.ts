import { CelError, noSuchOverload } from '../cel-error';
import { CelList } from '../values/cel-list';
import { CelMap } from '../values/cel-map';
import { CelObject } from '../values/value';
import type { CelValue } from '../values/value';
import { escapedPath, unescaped } from './url-escapes';
import { parseUrl } from './url-parts';
import type { UrlParts } from './url-parts';

/** A URL, read as the API server reads it, which is not how browsers do. */
export class Url extends CelObject {
  /** @throws CelError when the text is no URL. */
  public static parse(text: string): Url {
    try {
      return new Url(parseUrl(text));
    } catch (error) {
      throw new CelError(`URL parse error during conversion from string: ${(error as Error).message}`);
    }
  }

  private constructor(private readonly parts: UrlParts) {
    super();
  }

  public get kind(): string {
    return 'kubernetes.URL';
  }

  public get scheme(): string {
    return this.parts.scheme;
  }

  /** With the port. */
  public get host(): string {
    return this.parts.host ?? '';
  }

  /** Without the port, and without the brackets around an IPv6 address. */
  public get hostname(): string {
    return this.host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/s, '$1');
  }

  public get port(): string {
    return /:(\d*)$/.exec(this.host)?.[1] ?? '';
  }

  public get escapedPath(): string {
    return escapedPath(this.parts.path);
  }

  /** Name to values. A pair that is not well-formed counts as absent. */
  public get query(): CelMap {
    const values = new Map<string, string[]>();
    for (const pair of (this.parts.query ?? '').split('&').filter(isPair)) {
      const [, name, value] = /^([^=]*)=?(.*)$/s.exec(pair)!.map(part => unescaped(part.replaceAll('+', ' ')));
      values.set(name, [...values.get(name) ?? [], value]);
    }
    return CelMap.of([...values].map(([name, list]) => [name, CelList.of(list)]));
  }

  public equals(other: CelValue): boolean {
    if (!(other instanceof Url)) {
      throw noSuchOverload();
    }
    return this.identity() === other.identity();
  }

  private identity(): string {
    const { scheme, opaque, user, host, query, fragment } = this.parts;
    return JSON.stringify([scheme, opaque, user === undefined ? null : unescaped(user), host, this.escapedPath, query, unescaped(fragment)]);
  }
}

function isPair(text: string): boolean {
  return text !== '' && !text.includes(';') && !/%(?![\da-f]{2})/i.test(text);
}
