import { LogFilter } from './log-filter';
import { ObservedSide } from './observed-side';

/** What is said with where logs go. */
export interface LogOptions {
  /**
   * The requests that are logged.
   *
   * @default - all
   */
  readonly filter?: LogFilter;
  /**
   * The proxies that log them.
   *
   * @default - both, of the caller and of the called
   */
  readonly side?: ObservedSide;
}
