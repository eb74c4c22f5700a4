import type { ICaller } from '../../../mesh/caller';
import { requireGiven } from '../../../mesh/private/require-given';
import type { CollectorConfig } from '../../collector-config';
import type { ExportOptions } from '../../export-options';
import type { ITelemetryBackend } from '../../telemetry-backend';

/** A collector, and as whom it sends. */
interface Sender {
  readonly config: CollectorConfig;
  readonly caller: ICaller;
  readonly place: string;
}

/**
 * Sends signals on to a backend, which lets the caller in.
 *
 * @throws when it takes none of them, or no pipeline has one
 */
export function exportTo({ config, caller, place }: Sender, backend: ITelemetryBackend, { signals }: ExportOptions): void {
  const { admit, exporter, signals: taken } = requireGiven(backend, { what: 'backend', has: '_backend' }, place)._backend();
  const refused = signals?.find(signal => !taken.includes(signal));
  if (refused !== undefined || signals?.length === 0) {
    throw new Error(`${place}: ${refused === undefined ? 'names no signal' : `the backend takes no ${refused}`}. Known signals of it: ${taken.join(', ')}. Leave signals out for all of them.`);
  }
  config._export(exporter, signals ?? taken, place);
  admit?.(caller);
}
