/** What a service gets to see instead of what the client sent. At least one of the two. */
export interface Rewrite {
  /**
   * The `Host` header.
   *
   * @default - as the client sent it
   */
  readonly host?: string;
  /**
   * What stands in place of the path that the route takes. What lies below it stays: with `PathMatch.below('/old')` and `/new`, `/old/7` becomes
   * `/new/7`. Of `PathMatch.exact` and `PathMatch.regex` it stands in place of the whole path. The query stays.
   *
   * @default - as the client sent it
   */
  readonly path?: string;
}
