import { Manifest } from './manifest';

const WAVE = 'argocd.argoproj.io/sync-wave';
const OPTIONS = 'argocd.argoproj.io/sync-options';
const PRUNE_LAST = 'PruneLast=true';

/**
 * An object that says when Argo CD applies and removes it, by its kind. A wave begins when what is in those before is healthy. One that says its
 * wave, or when it is removed, stays as it is.
 *
 * Few kinds need a wave, since Argo CD knows in which order to apply those of Kubernetes; and each that waits for others without need can wait
 * for ever: a volume claim that is bound by its first pod must not come before that.
 */
export function inSyncWave(manifest: Manifest): Manifest {
  const { kind = '', metadata = {} } = manifest;
  const { [WAVE]: wave = WAVES.get(kind), [OPTIONS]: options, ...others } = metadata.annotations ?? {};
  const added = { [OPTIONS]: NAMED.has(kind) ? goingLast(options) : options, [WAVE]: wave };
  const said = Object.entries(added).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const annotations = { ...others, ...Object.fromEntries(said) };
  return Object.keys(annotations).length === 0 ? manifest : { ...manifest, metadata: { ...metadata, annotations } };
}

function goingLast(options: string | undefined): string {
  if (options === undefined) {
    return PRUNE_LAST;
  }
  return options.includes('PruneLast=') ? options : `${options},${PRUNE_LAST}`;
}

/** Subsets are there before the routes that name them, and the pods of both in between. What has no wave is in wave 0. */
const WAVES = new Map([
  ['Namespace', '-2'],
  ['CustomResourceDefinition', '-2'],
  ['DestinationRule', '-1'],
  ...['VirtualService', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'TrafficSplit'].map((kind): [string, string] => [kind, '1']),
]);

/** Routes name them, so they go when routes have changed and when routes are gone. */
const NAMED = new Set(['DestinationRule', 'Gateway', 'Service', 'ServiceEntry']);
