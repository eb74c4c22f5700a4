import { isDnsLabel } from './private/dns-label';
import type { ProxyVolumeIntent } from './private/pods/pod-intent';
import { requireMountPath } from './private/pods/volume-claims';

/** Files for the proxy beside a container, read-only: the certificates that `ClientTls.mutual` names, say. */
export class ProxyVolume {
  /** The entries of a ConfigMap in the namespace of the service. @throws when the name or the path is none */
  public static configMap(name: string, mountPath: string): ProxyVolume {
    return new ProxyVolume('config-map', name, mountPath);
  }

  /** The entries of a Secret in the namespace of the service. @throws when the name or the path is none */
  public static secret(name: string, mountPath: string): ProxyVolume {
    return new ProxyVolume('secret', name, mountPath);
  }

  /** @internal */
  public readonly _intent: Omit<ProxyVolumeIntent, 'name'>;

  private constructor(kind: ProxyVolumeIntent['kind'], source: string, mountPath: string) {
    const call = `ProxyVolume.${kind === 'secret' ? 'secret' : 'configMap'}`;
    if (!source.split('.').every(isDnsLabel) || source.length > 253) {
      throw new Error(`${call}: "${source}" is not a valid name. Write only the name, in lowercase, such as "billing-client"; it is looked up in the namespace of the service.`);
    }
    requireMountPath(mountPath, call);
    this._intent = { kind, source, mountPath };
  }
}
