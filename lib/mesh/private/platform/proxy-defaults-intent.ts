import { ProxyDefaults } from '../../proxy-defaults';
import type { ProxyDefaultsIntent } from './install-intent';

/** @throws when nothing is said */
export function proxyDefaultsIntent({ annotations, resources, skipJobs }: ProxyDefaults, place: string): ProxyDefaultsIntent {
  if (annotations === undefined && resources === undefined && skipJobs === undefined) {
    throw new Error(`${place}: no options are set. Set at least one, such as skipJobs: true.`);
  }
  return { annotations: annotations && { ...annotations }, resources: resources?._intent, skipJobs };
}
