import { HttpMethod } from './http-method';
import { PathMatch } from './path-match';
import { isDnsLabel } from './private/dns-label';
import { isPort } from './private/hosts/ports';
import { checkPodLabels } from './private/pods/pod-labels';
import { ANY_REQUEST, both, distinct } from './private/routing/conditions';
import type { Conditions } from './private/routing/conditions';
import { cookieMatch } from './private/routing/cookie-match';
import { checkHeaderValue, headerName } from './private/routing/headers';
import { overlap } from './private/routing/overlap';
import { checkQueryText } from './private/routing/query-text';
import { isToken } from './private/routing/tokens';
import { TextMatch, TextMatchKind } from './text-match';

/**
 * Which requests a route takes. What one match asks for has to hold all at once; `all` joins matches in the same sense, and `any` is the
 * way to say "or".
 */
export class Match {
  /**
   * Requests that all of these take; without one, every request.
   *
   * @throws when no request is taken by all, or the mesh would have to compare one thing in two ways, such as the path
   */
  public static all(...matches: Match[]): Match {
    const alternatives = matches.reduce<readonly Conditions[]>(
      (joined, match) => joined.flatMap(a => match._alternatives.filter(b => overlap(a, b)).map(b => both(a, b))),
      [ANY_REQUEST],
    );
    if (alternatives.length === 0) {
      throw new Error('Match.all: no request matches all of this at once. Use Match.any to match one or the other.');
    }
    return new Match(alternatives);
  }

  /** Requests that at least one of these takes. @throws without one, since no request is taken by none */
  public static any(...matches: Match[]): Match {
    if (matches.length === 0) {
      throw new Error('Match.any(): matches no request. Name at least one match.');
    }
    return new Match(matches.flatMap(match => match._alternatives));
  }

  /** Requests whose `Host` header is like this, as the client writes it, perhaps with a port. @throws when every request or none has such a one */
  public static authority(value: TextMatch): Match {
    if (value.value === '') {
      throw new Error('Match.authority: no request has an empty host. Name one, such as TextMatch.exact("shop.example.com").');
    }
    return Match.of({ authority: value });
  }

  /**
   * Requests that have this cookie with exactly this value, among others or alone. It is compared by the header `cookie`, so that one match asks for
   * one cookie.
   *
   * @throws when no cookie is like this
   */
  public static cookie(name: string, value: string): Match {
    const call = `Match.cookie("${name}")`;
    if (!isToken(name)) {
      throw new Error(`${call}: this is not a valid cookie name. Use letters, digits and hyphens, such as "shop-version".`);
    }
    if (!COOKIE_VALUE.test(value)) {
      throw new Error(`${call}: no cookie can have the value ${JSON.stringify(value)}. Write it as it is sent, without spaces, commas, semicolons and backslashes: "${encodeURIComponent(value)}".`);
    }
    return Match.of({ headers: { cookie: cookieMatch(name, value) } });
  }

  /**
   * Calls of a service of gRPC by its full name, `orders.v1.Orders`: of all its methods, or of one. @throws when no service or method has such a name
   */
  public static grpc(service: string, method?: string): Match {
    if (!GRPC_SERVICE.test(service) || !(method === undefined || GRPC_NAME.test(method))) {
      const call = [service, ...method === undefined ? [] : [method]].map(name => `"${name}"`).join(', ');
      throw new Error(`Match.grpc(${call}): this is not a gRPC name. Write the names as in the .proto file: Match.grpc("orders.v1.Orders", "GetOrder").`);
    }
    return Match.path(method === undefined ? PathMatch.below(`/${service}`) : PathMatch.exact(`/${service}/${method}`));
  }

  /**
   * Requests whose header has exactly this value. Upper and lower case of the name are alike. All cookies stand in one header: for one of them, see
   * `cookie`.
   *
   * @throws when no header is like this
   */
  public static header(name: string, value: string): Match {
    return Match.ofHeader('header', name, TextMatch.exact(value));
  }

  /** Requests whose header has such a value. Upper and lower case of the name are alike. @throws when no header is like this */
  public static headerMatching(name: string, value: TextMatch): Match {
    return Match.ofHeader('headerMatching', name, value);
  }

  /** Requests of one of these methods. @throws without one */
  public static method(...methods: HttpMethod[]): Match {
    if (methods.length === 0) {
      throw new Error('Match.method(): matches no request. Name at least one method, such as HttpMethod.GET.');
    }
    return new Match(methods.map(method => ({ ...ANY_REQUEST, method })));
  }

  /** Requests with such a path. */
  public static path(path: PathMatch): Match {
    return Match.of({ path });
  }

  /** Requests that come in at this port of the service. @throws when it is no port */
  public static port(port: number): Match {
    if (!isPort(port)) {
      throw new Error(`Match.port(${port}): this is not a valid port. Use a whole number from 1 to 65535.`);
    }
    return Match.of({ port });
  }

  /**
   * Requests whose query has this parameter with exactly this value, both as they are sent: nothing is decoded. If a parameter is repeated,
   * its first value counts.
   *
   * @throws when no query is like this
   */
  public static query(name: string, value: string): Match {
    return Match.ofQuery('query', name, TextMatch.exact(value));
  }

  /** Requests whose query has this parameter with such a value. @throws when no query is like this */
  public static queryMatching(name: string, value: TextMatch): Match {
    return Match.ofQuery('queryMatching', name, value);
  }

  /** Requests of workloads with all these labels. Does not hold of what comes from a gateway. @throws when no pod has them, or every one */
  public static sourceLabels(labels: { [name: string]: string }): Match {
    checkPodLabels(labels, 'Match.sourceLabels');
    return Match.of({ sourceLabels: { ...labels } });
  }

  /** Requests that come from this namespace. @throws when no namespace has such a name */
  public static sourceNamespace(name: string): Match {
    if (!isDnsLabel(name)) {
      throw new Error(`Match.sourceNamespace("${name}"): this is not a valid namespace name. Use lowercase letters, digits and inner hyphens, at most 63 characters.`);
    }
    return Match.of({ sourceNamespace: name });
  }

  /** Requests without such a header: it is not there, or has another value. @throws when no header is like this, or an empty one is */
  public static withoutHeader(name: string, value: TextMatch = TextMatch.present()): Match {
    const lower = headerName(name, 'Match.withoutHeader');
    const call = `Match.withoutHeader("${name}")`;
    checkHeaderValue(value, call);
    // The mesh reads a header that is not there as an empty one, but for the question whether it is there.
    if (value.kind !== TextMatchKind.PRESENT && value._takes('')) {
      throw new Error(`${call}: the mesh treats a missing header as empty, so requests without it would not match. Use TextMatch.present(), or a non-empty text.`);
    }
    return Match.of({ withoutHeaders: { [lower]: value } });
  }

  private static of(conditions: Partial<Conditions>): Match {
    return new Match([{ ...ANY_REQUEST, ...conditions }]);
  }

  private static ofHeader(verb: string, name: string, value: TextMatch): Match {
    const lower = headerName(name, `Match.${verb}`);
    checkHeaderValue(value, `Match.${verb}("${name}")`);
    return Match.of({ headers: { [lower]: value } });
  }

  private static ofQuery(verb: string, name: string, value: TextMatch): Match {
    const call = `Match.${verb}("${name}")`;
    checkQueryText(name, 'name', call);
    if (value.kind !== TextMatchKind.REGEX) {
      checkQueryText(value.value, 'value', call);
    }
    return Match.of({ query: { [name]: value } });
  }

  /** @internal */
  public readonly _alternatives: readonly Conditions[];

  private constructor(alternatives: readonly Conditions[]) {
    this._alternatives = distinct(alternatives);
  }
}

/** What browsers send back as it was set; quotes may be around it. */
const COOKIE_VALUE = /^(?:[!#-+\x2d-:<-[\]-~]*|"[!#-+\x2d-:<-[\]-~]*")$/;
const GRPC_NAME = /^[A-Za-z_]\w*$/;
const GRPC_SERVICE = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;
