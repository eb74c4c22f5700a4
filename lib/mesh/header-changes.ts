/**
 * What is changed of headers. At least one of the three, and each header in one of them only; none that says how a connection carries the message,
 * such as `content-length`, since proxies write those themselves.
 */
export interface HeaderChanges {
  /**
   * Headers that get another value, beside those that they have.
   *
   * @default - none
   */
  readonly add?: { [name: string]: string };
  /**
   * Headers that are taken away.
   *
   * @default - none
   */
  readonly remove?: string[];
  /**
   * Headers that get this value and no other.
   *
   * @default - none
   */
  readonly set?: { [name: string]: string };
}
