import { ApiObject } from 'cdk8s';
import { once } from '../settled';

/** Lets an object be rendered once in a settled tree: validations look at what is rendered, and to render it takes as long as all else. */
export function renderOnce<T extends ApiObject>(object: T): T {
  const render = object.toJson.bind(object) as () => unknown;
  object.toJson = once(object, render);
  return object;
}
