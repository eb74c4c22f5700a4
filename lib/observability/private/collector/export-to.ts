import type { MeshService } from '../../../mesh/mesh-service';
import { seenHost } from '../../../mesh/private/access/callee-intent';
import { requireGiven } from '../../../mesh/private/require-given';
import type { CollectorConfig } from '../../collector-config';
import type { ExportOptions } from '../../export-options';
import type { ITelemetryBackend } from '../../telemetry-backend';

/** A collector, and as whom it sends. */
interface Sender {
  readonly config: CollectorConfig;
  readonly caller: MeshService;
  readonly place: string;
}

/**
 * Sends signals on to a backend, which lets the caller in. Where proxies of the caller know only what it calls, they know the backend too.
 *
 * @throws when it takes none of them, no pipeline has one, or it sends them back
 */
export function exportTo({ config, caller, place }: Sender, backend: ITelemetryBackend, { signals }: ExportOptions): void {
  const { admit, config: next, exporter, host, signals: taken } = requireGiven(backend, { what: 'backend', has: '_backend' }, place)._backend();
  const refused = signals?.find(signal => !taken.includes(signal));
  if (refused !== undefined || signals?.length === 0) {
    throw new Error(`${place}: ${refused === undefined ? 'signals is empty' : `the backend does not accept ${refused}`}. Known signals: ${taken.join(', ')}. Leave signals out for all.`);
  }
  config._export({ exporter, next, signals: signals ?? taken }, place);
  admit?.(caller);
  caller._outbound.mention(seenHost(host));
}
