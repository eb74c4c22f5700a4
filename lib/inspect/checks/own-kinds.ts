import { allChecks } from './all-checks';

/**
 * Why a kind that a rule of somebody else names is none that objects have; undefined where it may be one. A check of such a kind would meet no
 * object, and nobody would know.
 */
export function kindProblem(kind: string): string | undefined {
  const [group, version, name] = kind.split('/');
  if (name !== undefined) {
    return `${JSON.stringify(kind)} contains a version, but kinds are named without one. Write ${group}/${name}`;
  }
  if (KNOWN.includes(kind)) {
    return undefined;
  }
  const meant = KNOWN.filter(one => lastPart(one).toLowerCase() === lastPart(kind).toLowerCase() && (version === undefined || one.startsWith(`${group}/`)));
  return meant.length === 0 ? undefined : `${JSON.stringify(kind)} is not a known kind. Write ${meant.join(' or ')}`;
}

/** The kinds that ours judge or look at. */
const KNOWN = [...new Set(allChecks.flatMap(({ kinds = [], reads = [] }) => [...kinds, ...reads]))].sort();

function lastPart(kind: string): string {
  return kind.slice(kind.indexOf('/') + 1);
}
