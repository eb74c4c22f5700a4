/** A header in which a token is looked for. */
export interface TokenHeader {
  /** Its name. */
  readonly name: string;
  /**
   * What stands before the token, with the blank: "Bearer ".
   *
   * @default - nothing
   */
  readonly prefix?: string;
}
