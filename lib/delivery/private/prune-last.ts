import { IConstruct } from 'constructs';
import { syncsInWaves } from './syncs-in-waves';

/**
 * The option that keeps everything that is gone until the rest is applied. Where objects say themselves what goes last, it would do harm: then
 * routes would go last too, at once with what they name.
 */
export function pruneLast(app: IConstruct): string[] {
  return syncsInWaves(app) ? [] : ['PruneLast=true'];
}
