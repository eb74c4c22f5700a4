import { IConstruct } from 'constructs';
import { boundaryOf } from '../boundary';

/** Pods that may be closed by what is said of all around them, before or after something is said of them. */
export interface Inhabitant {
  /** Somebody around has closed some pods, perhaps these. */
  closeAround(): void;
}

/** Has pods told of what is said around them in their environment. */
export function inhabit(owner: IConstruct, inhabitant: Inhabitant): void {
  const boundary = boundaryOf(owner) as Inhabited;
  (boundary[INHABITANTS] ??= []).push(inhabitant);
}

/** Tells the pods of an environment that some are closed. */
export function closeInhabitants(owner: IConstruct): void {
  (boundaryOf(owner) as Inhabited)[INHABITANTS]?.forEach(inhabitant => inhabitant.closeAround());
}

/** The same for every copy of this package. */
const INHABITANTS = Symbol.for('cdk8s-mesh.Inhabitants');

type Inhabited = IConstruct & { [INHABITANTS]?: Inhabitant[] };
