import { Construct } from 'constructs';
import { lateSpec } from '../../mesh/private/late-spec';
import { IstioRelease } from '../istio-release';
import { newerFields } from './newer-fields';

/** An object of Istio, and the release that has to know all that it says. */
export interface KnownObject {
  readonly place: Construct;
  readonly kind: string;
  readonly release: IstioRelease;
}

/** A spec that is computed when its object is rendered. What its release does not know yet is a problem of its place. */
export function knownSpec<T>(object: KnownObject, produce: () => T): T {
  return lateSpec(object.place, () => {
    const spec = produce();
    requireKnown(object, spec);
    return spec;
  });
}

function requireKnown({ place, kind, release }: KnownObject, spec: unknown): void {
  const problems = newerFields(kind, spec, release).map(({ places, since }) => (
    `${place.node.path}: ${places.join(', ')} of ${kind} came with Istio ${since}, but the mesh is Istio ${release}. Leave it out, or use Istio.mesh({ release: IstioRelease.V${since.replace('.', '_')} }).`
  ));
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
}
