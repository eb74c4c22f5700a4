import { contains } from '../operators';
import { LIST, func } from '../overload';
import type { Overload } from '../overload';
import type { CelList } from '../values/cel-list';

/** Lists taken as sets: the sets extension, which Kubernetes has since 1.29. */
export const SETS: readonly Overload[] = [
  func('sets.contains', [LIST, LIST], containsAll),
  func('sets.equivalent', [LIST, LIST], (left, right) => containsAll(left, right) && containsAll(right, left)),
  func('sets.intersects', [LIST, LIST], (left, right) => left.items.some(item => contains(right, item))),
];

function containsAll(list: CelList, part: CelList): boolean {
  return part.items.every(item => contains(list, item));
}
