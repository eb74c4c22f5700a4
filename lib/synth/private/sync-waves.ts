import { MIDDLE_RANK, applyRank } from './apply-order';
import { Manifest } from './manifest';

const WAVE = 'argocd.argoproj.io/sync-wave';

/** An object in the wave of its kind: Argo CD applies a wave when what is in those before is healthy. One that says its wave stays as it is. */
export function inSyncWave(manifest: Manifest): Manifest {
  const { metadata = {} } = manifest;
  const wave = applyRank(manifest.kind) - MIDDLE_RANK;
  if (wave === 0 || metadata.annotations?.[WAVE] !== undefined) {
    return manifest;
  }
  return { ...manifest, metadata: { ...metadata, annotations: { ...metadata.annotations, [WAVE]: String(wave) } } };
}
