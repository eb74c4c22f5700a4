import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { boundaryOf } from './boundary';
import { once } from './settled';

/** What is wrong, given all of a kind, and all objects of their environment. */
export type Judge<T> = (all: readonly T[], objects: readonly ApiObject[]) => string[];

/**
 * Has something judged when all is said, together with all of its kind that is said in the same environment, or in the app. There is one look at all
 * of them, whose errors are those of the environment: one for each would cost the square of the app.
 *
 * @param kind the same for every copy of this package: `Symbol.for(...)`
 */
export function judgeTogether<T>(owner: IConstruct, kind: symbol, value: T, problems: Judge<T>): void {
  const boundary = boundaryOf(owner) as IConstruct & { [kind: symbol]: T[] | undefined };
  const known = boundary[kind];
  if (known !== undefined) {
    known.push(value);
    return;
  }
  const all = boundary[kind] = [value];
  boundary.node.addValidation({ validate: () => problems(all, objectsIn(boundary)) });
}

/** Several look at the objects of an environment, and to find them takes a walk through all of it. */
const FINDERS = new WeakMap<IConstruct, () => readonly ApiObject[]>();

function objectsIn(boundary: IConstruct): readonly ApiObject[] {
  const find = FINDERS.get(boundary) ?? once(boundary, () => (
    boundary.node.findAll().filter(ApiObject.isApiObject).filter(object => boundaryOf(object) === boundary)
  ));
  FINDERS.set(boundary, find);
  return find();
}
