import { isObject } from '../is-object';
import { affixed, Naming, Patch } from './kustomize-step';

/** What kustomize does to the accounts that pods name, where it puts something around the names of these. */
export function accountPatch(naming: Naming, accounts: ReadonlySet<string>): Patch {
  const follow = <T>(value: T): T => followed(value, name => (accounts.has(name) ? affixed(name, naming) : name));
  return { matches: object => follow(object) !== object, apply: follow, places: [] };
}

/** The same value where no account gets another name. */
function followed<T>(value: T, rename: (name: string) => string): T {
  if (!isObject(value)) {
    return value;
  }
  const changes = Object.entries(value).flatMap(([key, child]): Array<[string, unknown]> => {
    const made = key === 'serviceAccountName' && typeof child === 'string' ? rename(child) : followed(child, rename);
    return made === child ? [] : [[key, made]];
  });
  return changes.length === 0 ? value : { ...value, ...Object.fromEntries(changes) };
}
