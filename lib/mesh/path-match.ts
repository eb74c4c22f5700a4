import { requirePath, requirePathStart } from './private/routing/paths';
import { checkRegularExpression, literalStart, matchesAll } from './private/routing/regular-expression';

/** How a path is compared. */
export enum PathMatchKind {
  BELOW = 'below',
  EXACT = 'exact',
  PREFIX = 'prefix',
  REGEX = 'regex',
}

/** Which paths of requests are meant. The query of a request is no part of its path. Upper and lower case differ. */
export class PathMatch {
  /** This path and what lies below it: `/orders` and `/orders/7`, but not `/ordersheet`. */
  public static below(path: string): PathMatch {
    return new PathMatch(PathMatchKind.BELOW, requirePath(path.replace(/(?<=.)\/+$/, ''), `PathMatch.below("${path}")`));
  }

  /** This path alone: `/orders` is not `/orders/`. */
  public static exact(path: string): PathMatch {
    return new PathMatch(PathMatchKind.EXACT, requirePath(path, `PathMatch.exact("${path}")`));
  }

  /** Every path whose text begins like this: `/orders` takes `/ordersheet` too. */
  public static prefix(path: string): PathMatch {
    return new PathMatch(PathMatchKind.PREFIX, requirePathStart(path, `PathMatch.prefix("${path}")`));
  }

  /**
   * Every path of which all matches a regular expression (RE2).
   *
   * @throws when the pattern is none, empty, or longer than 1024 bytes, or takes no path
   */
  public static regex(pattern: string): PathMatch {
    if (pattern === '') {
      throw new Error('PathMatch.regex(""): no path is empty. To match every path, use PathMatch.prefix("/").');
    }
    checkRegularExpression(pattern, `PathMatch.regex("${pattern}")`);
    const anchored = pattern.replace(/^\^/, '');
    if (/^[^/]/.test(literalStart(anchored))) {
      throw new Error(`PathMatch.regex("${pattern}"): matches no path, because each begins with "/", and a pattern must match the whole path. Use PathMatch.regex("/${anchored}").`);
    }
    return new PathMatch(PathMatchKind.REGEX, pattern);
  }

  private constructor(public readonly kind: PathMatchKind, public readonly path: string) {}

  /** @internal */
  public _takes(path: string): boolean {
    switch (this.kind) {
      case PathMatchKind.BELOW: return path === this.path || path.startsWith(this.path === '/' ? '/' : `${this.path}/`);
      case PathMatchKind.EXACT: return path === this.path;
      case PathMatchKind.PREFIX: return path.startsWith(this.path);
      case PathMatchKind.REGEX: return matchesAll(this.path, path);
    }
  }

  /** @internal */
  public get _takesEvery(): boolean {
    return this.path === '/' && (this.kind === PathMatchKind.BELOW || this.kind === PathMatchKind.PREFIX);
  }
}
