/** A host that somebody calls, as proxies have to know it. */
export interface SeenHostIntent {
  readonly host: string;
  /** in which it is known; undefined: whichever */
  readonly namespace?: string;
}
