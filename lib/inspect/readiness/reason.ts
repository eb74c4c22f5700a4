import { originOf } from '../mesh/object-reference';
import type { Resource } from '../mesh/resource';

/** Why a Service is not ready for callers of the mesh alone, or why nobody can tell. */
export interface Reason {
  /** Whether it is a lack of knowledge and no obstacle. */
  readonly unknown: boolean;
  readonly text: string;
  /** The object that shows it: `Kind namespace/name`. */
  readonly object?: string;
}

/** Something that would break, or would stay as it is, when the mesh takes its own callers alone. */
export function obstacle(text: string, resource?: Resource): Reason {
  return { unknown: false, text, ...(resource === undefined ? {} : { object: originOf(resource.reference) }) };
}

/** Something that the input does not show. */
export function unknown(text: string, resource?: Resource): Reason {
  return { ...obstacle(text, resource), unknown: true };
}

/** Reasons by the `namespace/name` of the Service. */
export class ReasonsByService {
  private readonly all = new Map<string, Reason[]>();

  public add(service: string, reason: Reason): void {
    this.all.set(service, [...this.all.get(service) ?? [], reason]);
  }

  public of(service: string): readonly Reason[] {
    return this.all.get(service) ?? [];
  }
}
