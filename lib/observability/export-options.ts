import { Signal } from './signal';

/** What a backend gets. */
export interface ExportOptions {
  /**
   * Which signals.
   *
   * @default - all that the collector has pipelines for, and the backend takes
   */
  readonly signals?: Signal[];
}
