import type { ProxyVolume } from '../../proxy-volume';
import { compareTexts } from '../compare-texts';
import { isDnsLabel } from '../dns-label';
import type { ProxyVolumeIntent } from './pod-intent';

/**
 * The volumes of a proxy, with one more, by name, in whichever order they were said.
 *
 * @throws when the name is none, or it or the path is that of another
 */
export function addedVolume(volumes: readonly ProxyVolumeIntent[], name: string, volume: ProxyVolume, place: string): readonly ProxyVolumeIntent[] {
  const { _intent: intent } = volume;
  if (!isDnsLabel(name)) {
    throw new Error(`${place}: "${name}" is not a valid volume name. Use lowercase letters, digits and inner hyphens, and at most 63 characters.`);
  }
  if (volumes.some(other => other.name === name || other.mountPath === intent.mountPath)) {
    throw new Error(`${place}: two volumes are called "${name}", or mounted at ${intent.mountPath}. Give each its own name and path.`);
  }
  return [...volumes, { name, ...intent }].sort((a, b) => compareTexts(a.name, b.name));
}
