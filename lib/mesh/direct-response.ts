import { RouteRank } from './route-rank';

/** An answer that the mesh gives itself. */
export interface DirectResponse extends RouteRank {
  /** The status of the answer. */
  readonly status: number;
  /**
   * Its text, of a mebibyte at most.
   *
   * @default - none
   */
  readonly body?: string;
}
