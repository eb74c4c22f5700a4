import { groupBy } from '../group-by';
import { isSamePath } from '../schema/format-path';
import type { ObjectPath } from '../schema/violation';
import type { Problem } from './check';
import type { Draft } from './draft';
import type { Rule } from './rule';
import { schemaRules } from './schema-rules';
import { meshValue } from './webhook/mesh-config/mesh-value';
import { hostRules } from './webhook/primitives/host-names';
import { scopedHostRules } from './webhook/primitives/scoped-hosts';
import { webhookRefusal, webhookWarning } from './webhook/webhook-rules';

/**
 * Tells what follows from a value that the schema, or the message of the mesh config, has refused already:
 *
 * - To the rules of Istio and ours a value of the wrong type, or under a wrong name, is not there, and what they say of its absence is no
 *   defect of its own. So it is with all that they find at such a place, below it and directly above; a list counts as one with its items.
 *   Directly above a value of the mesh config, though, may be said what is wrong with the mesh config as a whole.
 * - What a wrong name stands for has to be known: else nothing will take the place. What is said of the absence of
 *   that follows from it, whoever says so: at its own place, or in words that name it, of the mapping, of what that stands in or of another
 *   field that it lacks. A mapping that has nothing, since what belongs into it stands beside it, is one that lacks it.
 * - Of an object whose kind or version is none istiod hears nothing, and so its webhook has nothing against it.
 * - Where the spec is that of another kind, nothing that rules read there is what they take it for.
 *
 * @param refusals what the schema says and somebody sees: where nobody does, something else has to say that the object is refused
 */
export function consequencesOf(refusals: readonly Draft[]): (draft: Draft) => boolean {
  const causes = groupBy(refusals.filter(isCause).flatMap(cause => [cause, ...cause.repeats ?? []]), ({ place }) => place.resource);
  return draft => causes.get(draft.place.resource)?.some(cause => follows(draft, cause)) === true;
}

/**
 * Tells what says once more of a place what the API server has against it: that a port of several has no name, and that the mesh cannot read
 * its protocol. It is so of built-in kinds; of Istio's, rules and its webhook have words of their own for what the schema says in general. And
 * what is no host is provided by nobody.
 *
 * @param refusals what the schema, or istiod of hosts, says of values that are there and are read, and somebody sees
 */
export function saidBy(refusals: readonly Draft[]): (draft: Draft) => boolean {
  const said = groupBy(refusals.filter(draft => isOfBuiltInKind(draft) || isOfNoHost(draft)), ({ place }) => place.resource);
  const isAt = (path: ObjectPath) => ({ problem }: Draft): boolean => isSamePath(problem.path, path);
  return draft => isOfIstioOrOurs(draft) && said.get(draft.place.resource)?.some(isAt(draft.problem.path)) === true;
}

/** Whether it is about a kind of Kubernetes that pods and Services are: of a group without a domain. */
function isOfBuiltInKind({ place: { resource } }: Draft): boolean {
  return resource !== undefined && !resource.kind.includes('.');
}

/** Whether it says that a value is no host. */
export function isOfNoHost({ problem: { rule } }: Draft): boolean {
  return NO_HOST.has(rule);
}

const NO_HOST: ReadonlySet<Rule> = new Set([...Object.values(hostRules), scopedHostRules.namespace]);

/** Whether it is said by the schema. */
export function isOfSchema({ problem: { rule } }: Draft): boolean {
  return SCHEMA_CODES.has(rule.code);
}

/** Whether something may follow from it. What is said of the object as a whole is that there is more of it, and not where. */
export function isCause(draft: Draft): boolean {
  return draft.problem.path.length > 0 && (isMisread(draft) || isOfNoKind(draft) || isOfOtherSpec(draft));
}

const SCHEMA_CODES: ReadonlySet<string> = new Set(Object.values(schemaRules).map(({ code }) => code));

function isMisread({ problem: { rule, repair } }: Draft): boolean {
  return rule === schemaRules.type || rule === meshValue || (rule === schemaRules['unknown-field'] && repair !== undefined);
}

/** Whether it belongs elsewhere, and its mapping, which is there for nothing else, so seems to lack everything. */
function isAloneAtWrongPlace({ problem: { rule, path, instead = [] }, place: { resource } }: Draft): boolean {
  return rule === schemaRules['unknown-field'] && instead.length === 0 && resource?.root.at(...parentOf(path)).entries().length === 1;
}

function isOfNoKind({ problem: { rule, path } }: Draft): boolean {
  return (path[0] === 'apiVersion' || path[0] === 'kind') && (rule === schemaRules['unknown-version'] || rule === schemaRules.format);
}

/** What the kind has no field of stands in its spec, and is said at the `apiVersion` of what has them. */
function isOfOtherSpec({ problem: { rule, path } }: Draft): boolean {
  return path[0] === 'apiVersion' && rule === schemaRules['unknown-field'];
}

function follows(draft: Draft, cause: Draft): boolean {
  if (isOfSchema(draft)) {
    const { rule } = draft.problem;
    return (MISSING.has(rule) && isInstead(draft, cause)) || (ASKING.has(rule) && asksForInstead(draft, cause));
  }
  return isOfIstioOrOurs(draft) && followsForRules(draft, cause);
}

function followsForRules(draft: Draft, cause: Draft): boolean {
  if (isOfOtherSpec(cause)) {
    return draft.problem.path[0] !== 'metadata';
  }
  return isOfNoKind(cause)
    ? isOfWebhook(draft) || beginsWith(draft.problem.path, cause.problem.path)
    : isNear(draft, cause) || isInstead(draft, cause) || asksForInstead(draft, cause) || isOfEmptied(draft, cause);
}

/** What the schema says at a place where something is missing. */
const MISSING: ReadonlySet<Rule> = new Set([schemaRules.required, schemaRules.name]);

/** What the schema says of a mapping, and means of something that it lacks. */
const ASKING: ReadonlySet<Rule> = new Set([schemaRules.cel, schemaRules['one-of']]);

/** Not what cannot be read at all, nor the rules of other people, who may mean what they find in any case. */
function isOfIstioOrOurs({ problem: { rule } }: Draft): boolean {
  return /^(?:IST|MESH)\d/.test(rule.code);
}

function isOfWebhook({ problem: { rule } }: Draft): boolean {
  return rule.code === webhookRefusal || rule.code === webhookWarning;
}

function isNear({ problem: { path } }: Draft, cause: Draft): boolean {
  const { rule, path: refused } = cause.problem;
  const mapping = parentOf(refused);
  return beginsWith(path, refused)
    || (rule !== meshValue && [mapping, itemsOf(mapping)].some(above => isSamePath(above, path)))
    || (isSamePath(parentOf(path), mapping) && isAloneAtWrongPlace(cause));
}

function isInstead({ problem: { path } }: Draft, { problem: { instead = [] } }: Draft): boolean {
  return instead.some(meant => beginsWith(path, meant));
}

/** Whether it is said of a mapping that has nothing, beside a field that belongs into it and is indented too little. */
function isOfEmptied({ problem: { path }, place: { resource } }: Draft, { problem: { path: refused, repair = '' } }: Draft): boolean {
  return isSamePath(parentOf(path), parentOf(refused))
    && repair.includes(`.${path.at(-1)}.${refused.at(-1)}"`)
    && resource?.root.at(...path).entries().length === 0;
}

/** Whether something is said to be wrong in words that name what is meant: the mapping, what it stands in, or another field that it lacks. */
function asksForInstead({ problem, place: { resource } }: Draft, { problem: { path: refused, instead = [] } }: Draft): boolean {
  const [{ path }, mapping] = [problem, parentOf(refused)];
  return instead.length > 0
    && (isAround(path, mapping) || (isSamePath(parentOf(path), mapping) && resource?.root.at(...path).isSet === false))
    && instead.some(meant => isNamed(String(meant.at(-1)), problem));
}

/** What is said of the object or its spec as a whole may be meant for anything. */
function isAround(path: ObjectPath, mapping: ObjectPath): boolean {
  return beginsWith(mapping, path) && (path.length > 1 || path.length === mapping.length);
}

/** A repair speaks of many things, so that a name that is a word of English too may be none there. */
function isNamed(name: string, { message, repair = '' }: Problem): boolean {
  return wordsOf(message).includes(name) || (name !== name.toLowerCase() && wordsOf(repair).includes(name));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\W+/);
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
