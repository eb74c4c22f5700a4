import { ApiObject } from 'cdk8s';
import type { Workload } from 'cdk8s-plus-28';
import type { PodMarks } from '../mesh-provider';
import { renderOnce } from './render-once';
import { podsIn, RunsPods } from './rendered-pods';

/** The pods of a version, with what the mesh reads on them. */
export class MarkedPods {
  private readonly object: ApiObject;
  private readonly ours = new Set<string>();

  /** @param place path of the construct, and which version of it */
  constructor(public readonly workload: Workload, public readonly place: string) {
    this.object = renderOnce(ApiObject.of(workload));
  }

  /** What they are by now, with all that was said to cdk8s-plus, and all patches. */
  public get rendered(): RunsPods {
    return podsIn(this.object)[0];
  }

  /** Adds to what the mesh reads. @throws when somebody else has said something else there */
  public mark({ annotations, labels }: Partial<PodMarks>): void {
    const { podMetadata } = this.workload;
    const said = podMetadata.toJson() as Partial<PodMarks>;
    Object.entries(labels ?? {}).forEach(entry => this.add(entry, said.labels, (name, value) => podMetadata.addLabel(name, value)));
    Object.entries(annotations ?? {}).forEach(entry => this.add(entry, said.annotations, (name, value) => podMetadata.addAnnotation(name, value)));
  }

  private add([name, value]: readonly [string, string], said: PodMarks['labels'] = {}, add: (name: string, value: string) => void): void {
    if (name in said && said[name] !== value && !this.ours.has(name)) {
      throw new Error(`${this.place}: its pods have "${name}: ${said[name]}", but the mesh sets "${value}". Remove it there, or use the same value.`);
    }
    this.ours.add(name);
    add(name, value);
  }
}
