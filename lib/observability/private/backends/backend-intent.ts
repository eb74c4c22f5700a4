import type { ICaller } from '../../../mesh/caller';
import type { CollectorConfig } from '../../collector-config';
import type { OtelExporter } from '../../otel-exporter';
import type { Signal } from '../../signal';

/** What a collector has to know of a backend. */
export interface BackendIntent {
  /** what it takes */
  readonly signals: readonly Signal[];
  readonly exporter: OtelExporter;
  /** its full name, which proxies of who sends there have to know */
  readonly host: string;
  /** what is done with it there; undefined: nothing is known of that */
  readonly config?: CollectorConfig;
  /** lets a collector in; undefined: who may call it is said elsewhere */
  readonly admit?: (caller: ICaller) => void;
}
