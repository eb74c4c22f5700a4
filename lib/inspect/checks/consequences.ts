import { groupBy } from '../group-by';
import { isSamePath } from '../schema/format-path';
import type { ObjectPath } from '../schema/violation';
import type { Draft } from './draft';
import { schemaRules } from './schema-rules';

/**
 * Tells what follows from a value that the schema has refused already: to the rules of Istio and ours a value of the wrong type, or under a
 * wrong name, is not there, and what they say of its absence is no defect of its own. So it is with all that they find at such a place, below
 * it and directly above; a list counts as one with its items. What a wrong name stands for has to be known: else nothing will take the place.
 *
 * @param refusals what the schema says and somebody sees: where nobody does, something else has to say that the object is refused
 */
export function consequencesOf(refusals: readonly Draft[]): (draft: Draft) => boolean {
  const misread = groupBy(refusals.filter(isMisread), ({ place }) => place.resource);
  return draft => misread.get(draft.place.resource)?.some(refusal => isNear(draft, refusal)) === true && isOfIstioOrOurs(draft);
}

/** Whether it is said by the schema. */
export function isOfSchema({ problem: { rule } }: Draft): boolean {
  return SCHEMA_CODES.has(rule.code);
}

const SCHEMA_CODES: ReadonlySet<string> = new Set(Object.values(schemaRules).map(({ code }) => code));

/** What is said of the object as a whole is that there is more of it, and not where. */
function isMisread({ problem: { rule, repair, path } }: Draft): boolean {
  return path.length > 0 && (rule === schemaRules.type || (rule === schemaRules['unknown-field'] && repair !== undefined));
}

/** Not what cannot be read at all, nor the rules of other people, who may mean what they find in any case. */
function isOfIstioOrOurs({ problem: { rule } }: Draft): boolean {
  return /^(?:IST|MESH)\d/.test(rule.code);
}

function isNear({ problem: { path } }: Draft, { problem: { path: refused } }: Draft): boolean {
  return beginsWith(path, refused) || [parentOf(refused), itemsOf(parentOf(refused))].some(above => isSamePath(above, path));
}

function beginsWith(path: ObjectPath, start: ObjectPath): boolean {
  return start.every((step, depth) => path[depth] === step);
}

function parentOf(path: ObjectPath): ObjectPath {
  return path.slice(0, -1);
}

/** The list of which something is an item; anything else itself. */
function itemsOf(path: ObjectPath): ObjectPath {
  return typeof path.at(-1) === 'number' ? itemsOf(parentOf(path)) : path;
}
