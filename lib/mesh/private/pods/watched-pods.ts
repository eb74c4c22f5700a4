import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { boundaryOf } from '../boundary';
import { overlaps } from './overlapping-selectors';
import { PodIndex } from './pod-index';
import { podsIn, RunsPods } from './rendered-pods';
import { ServedPods, strayPods } from './stray-pods';

/**
 * Makes it an error that pods, whoever runs them, are taken for those of a service: by its Service, or by a selector of something else. All are
 * looked at in one walk, as they are rendered, so the error is that of the environment, or of the app.
 *
 * @param served asks for what the service has by then
 */
export function watchPods(owner: IConstruct, served: () => ServedPods): void {
  const boundary: IConstruct & { [WATCHED]?: (() => ServedPods)[] } = boundaryOf(owner);
  if (boundary[WATCHED] === undefined) {
    const watched: (() => ServedPods)[] = boundary[WATCHED] = [];
    boundary.node.addValidation({ validate: () => problemsIn(boundary, watched.map(each => each())) });
  }
  boundary[WATCHED].push(served);
}

const WATCHED = Symbol.for('cdk8s-mesh.WatchedPods');

function problemsIn(boundary: IConstruct, served: readonly ServedPods[]): string[] {
  const all = podsBelow(boundary);
  return [...overlaps(all.filter(({ selector }) => selector !== undefined)), ...strayPods(served, new PodIndex(all))];
}

function podsBelow(boundary: IConstruct): RunsPods[] {
  return boundary.node.findAll().filter(ApiObject.isApiObject).filter(object => boundaryOf(object) === boundary).flatMap(podsIn);
}
