import type { CollectorConfig } from '../../collector-config';
import type { Signal } from '../../signal';

/** Another collector that gets what some pipelines have. */
export interface ExportWay {
  readonly to: CollectorConfig;
  readonly signal: Signal;
}

/**
 * What a collector sends on may come to others, and what comes to itself again goes round without end.
 *
 * @throws when it does
 */
export function requireNoCircle(config: CollectorConfig, ways: readonly ExportWay[], place: string): void {
  for (const { to, signal } of ways) {
    if (to === config) {
      throw new Error(`${place}: its own ${signal} would return to it in an endless loop. Use a backend, or another collector.`);
    }
    if (comesTo(config, to, signal)) {
      throw new Error(`${place}: "${to._owner}" already exports ${signal} to it, so they would go in an endless loop. Leave out one of the two directions, or set other signals for it.`);
    }
  }
}

/** No circle was there before, so that this ends. */
function comesTo(goal: CollectorConfig, start: CollectorConfig, signal: Signal): boolean {
  return start._ways.some(way => way.signal === signal && (way.to === goal || comesTo(goal, way.to, signal)));
}
