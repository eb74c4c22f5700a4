import { Size } from 'cdk8s';
import { Volume, Workload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

export interface ScratchVolume {
  readonly name: string;
  readonly folder: string;
  /** how much it may hold before the pod is evicted */
  readonly limit: Size;
}

/** Gives the containers of pods a folder that they can write to, and lose with the pod: all else of them is read-only. */
export function mountScratch(place: Construct, pods: Workload, { name, folder, limit }: ScratchVolume): void {
  pods.containers.forEach(container => container.mount(folder, Volume.fromEmptyDir(place, name, name, { sizeLimit: limit })));
}
