import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { judgeTogether } from '../judged-together';
import { overlaps } from './overlapping-selectors';
import { PodIndex } from './pod-index';
import { podsIn } from './rendered-pods';
import { ServedPods, strayPods } from './stray-pods';

/**
 * Makes it an error that pods, whoever runs them, are taken for those of a service: by its Service, or by a selector of something else. All are
 * looked at in one walk, as they are rendered, so the error is that of the environment, or of the app.
 *
 * @param served asks for what the service has by then
 */
export function watchPods(owner: IConstruct, served: () => ServedPods): void {
  judgeTogether(owner, WATCHED, served, problemsOf);
}

const WATCHED = Symbol.for('cdk8s-mesh.WatchedPods');

function problemsOf(served: ReadonlyArray<() => ServedPods>, objects: readonly ApiObject[]): string[] {
  const all = objects.flatMap(podsIn);
  return [...overlaps(all.filter(({ selector }) => selector !== undefined)), ...strayPods(served.map(each => each()), new PodIndex(all))];
}
