/** What is said with a sink that a platform defines. */
export interface SinkOptions {
  /**
   * Whether it takes all of which nobody says where it goes, without an object that says so.
   *
   * @default false
   */
  readonly byDefault?: boolean;
}
