import { IConstruct } from 'constructs';
import { deliveryMarksOf } from '../../mesh/private/delivery-marks';

/**
 * Leaves what is in sync alone. A sync in waves waits until all that it applies in one is healthy, and fails where something is not: were pods
 * applied that have not changed, those of a version that crashes would keep the routes that lead away from it from ever being applied.
 */
export const ONLY_OUT_OF_SYNC = 'ApplyOutOfSyncOnly=true';

/** Whether objects say in which wave Argo CD applies them. */
export function syncsInWaves(app: IConstruct): boolean {
  return deliveryMarksOf(app).syncWaves;
}
