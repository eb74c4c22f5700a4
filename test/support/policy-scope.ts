import type { PolicyTarget } from './policy-request';

const ROOT = 'istio-system';

/** Whether a policy is about a proxy: by the namespace, the labels, or the name of the Gateway. */
export function applies({ kind, metadata, spec }: any, { namespace, labels }: PolicyTarget): boolean {
  const { selector, targetRef, targetRefs = [] } = spec ?? {};
  if (!['AuthorizationPolicy', 'RequestAuthentication'].includes(kind)) {
    return false;
  }
  const refs: any[] = targetRef === undefined ? targetRefs : [...targetRefs, targetRef];
  if (refs.length > 0) {
    const name = labels['gateway.networking.k8s.io/gateway-name'];
    return metadata.namespace === namespace && refs.some(ref => ref.kind === 'Gateway' && ref.name === name);
  }
  return [ROOT, namespace].includes(metadata.namespace) && hasLabels(labels, selector?.matchLabels);
}

/** Which connections a pod takes at a port: by the narrowest that says so, and of several the first by name, as if all were equally old. */
export function connectionsOf(objects: readonly any[], { namespace, labels, port }: PolicyTarget): string {
  const all = objects.filter(({ kind }) => kind === 'PeerAuthentication').sort((a, b) => a.metadata.name < b.metadata.name ? -1 : 1);
  const isNarrow = ({ spec }: any): boolean => Object.keys(spec?.selector?.matchLabels ?? {}).length > 0;
  const mesh = all.find(one => one.metadata.namespace === ROOT && !isNarrow(one));
  const around = namespace === ROOT ? undefined : all.find(one => one.metadata.namespace === namespace && !isNarrow(one));
  const own = namespace === ROOT
    ? undefined
    : all.find(one => one.metadata.namespace === namespace && isNarrow(one) && hasLabels(labels, one.spec.selector.matchLabels));
  const modes = [own?.spec.portLevelMtls?.[port]?.mode, ...[own, around, mesh].map(one => one?.spec?.mtls?.mode)];
  return modes.find(mode => mode !== undefined && mode !== 'UNSET') ?? 'PERMISSIVE';
}

function hasLabels(labels: Readonly<Record<string, string>>, asked: Readonly<Record<string, string>> = {}): boolean {
  return Object.entries(asked).every(([name, value]) => Object.hasOwn(labels, name) && labels[name] === value);
}
