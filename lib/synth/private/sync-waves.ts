import { Manifest } from './manifest';

const WAVE = 'argocd.argoproj.io/sync-wave';

/**
 * An object in the wave of its kind: Argo CD begins a wave when what is in those before is healthy. One that says its wave stays as it is.
 *
 * Few kinds need one, since Argo CD knows in which order to apply those of Kubernetes; and each that waits for others without need can wait
 * for ever: a volume claim that is bound by its first pod must not come before that.
 */
export function inSyncWave(manifest: Manifest): Manifest {
  const { kind = '', metadata = {} } = manifest;
  const wave = WAVES.get(kind);
  if (wave === undefined || metadata.annotations?.[WAVE] !== undefined) {
    return manifest;
  }
  return { ...manifest, metadata: { ...metadata, annotations: { ...metadata.annotations, [WAVE]: wave } } };
}

/** Subsets are there before the routes that name them, and the pods of both in between. What has no wave is in wave 0. */
const WAVES = new Map([
  ['Namespace', '-2'],
  ['CustomResourceDefinition', '-2'],
  ['DestinationRule', '-1'],
  ...['VirtualService', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'TrafficSplit'].map((kind): [string, string] => [kind, '1']),
]);
