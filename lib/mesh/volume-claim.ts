import { Size } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-28';

/** A volume that each pod of a StatefulSet has for itself, and finds again when it is replaced. */
export interface VolumeClaim {
  /**
   * Who may mount the volume.
   *
   * @default PersistentVolumeAccessMode.READ_WRITE_ONCE
   */
  readonly accessMode?: PersistentVolumeAccessMode;
  /** Where the container finds it: an absolute path. */
  readonly mountPath: string;
  /** Name of the volume; that of the claim is `<name>-<pod>`. */
  readonly name: string;
  /** How much it holds, in whole mebibytes. */
  readonly size: Size;
  /**
   * The class of storage that it comes from.
   *
   * @default - the usual one of the cluster
   */
  readonly storageClass?: string;
}
