/** Which of two routes comes first, where neither is more specific. */
export interface RouteRank {
  /**
   * Comes before routes of lower priority, however specific those are. For two routes that can take the same request and of which neither is
   * more specific.
   *
   * @default 0
   */
  readonly priority?: number;
}
