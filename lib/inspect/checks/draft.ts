import { groupBy } from '../group-by';
import type { ObjectReference } from '../mesh/object-reference';
import type { Resource } from '../mesh/resource';
import type { LinePosition } from '../model/line-index';
import { fillingIn } from '../model/placeholders';
import { formatPath, isSamePath } from '../schema/format-path';
import type { ObjectPath } from '../schema/violation';
import type { Problem } from './check';
import type { Finding } from './finding';
import { joinRepeats } from './repeats';
import { Rule, SEVERITIES, Severity } from './rule';
import { aliasesOf, namesOf, pageOf } from './rule-names';
import { schemaRules } from './schema-rules';

/** Where a problem is: in a file, and in an object if there is one. */
export interface Place {
  readonly file: string;
  readonly resource?: Resource;
  readonly object?: ObjectReference;
  readonly position: () => LinePosition;
}

/** A problem, and what is known of it here alone. */
export interface KnownProblem extends Problem {
  /** Of a name that is none, the places of which one may be meant. */
  readonly instead?: readonly ObjectPath[];
  /** Where in the text that the path leads to or into, where it is no field of that. */
  readonly within?: number;
  /** What stands for problems that are not shown, but mended with those that are. */
  readonly hidden?: readonly Mendable[];
}

/** A problem that somebody can mend for certain. */
export type Mendable = Required<Pick<Problem, 'fix' | 'path'>>;

/** A problem at its place, before it is known whether somebody wants to see it. */
export interface Draft {
  readonly problem: KnownProblem;
  readonly place: Place;
  /** Rules that are broken at the same place by the same defect. */
  readonly twins: readonly Rule[];
  /** The same, at other paths that lead to the same place of the text. */
  readonly repeats?: readonly Draft[];
}

/** What two drafts about one object share that say the same of the same place, in whatever words. */
export function subjectOfDraft({ problem: { rule, path } }: Draft): string {
  return JSON.stringify([rule.code, rule.slug, path]);
}

/** All names that a draft answers to. */
export function namesOfDraft({ problem: { rule }, twins }: Draft): readonly string[] {
  return twins.length === 0 ? namesOf(rule) : [rule, ...twins].flatMap(namesOf);
}

/**
 * One defect is one finding: what a twin says of the same place joins it, with its code as alias and the higher of the severities, and so does
 * what an alias of YAML repeats. That comes first, since a rule may judge some of the places that an alias leads to, where its twin judges all.
 */
export function joinTwins(drafts: readonly Draft[]): Draft[] {
  return [...groupBy(drafts, ({ place }) => place.resource).values()].flatMap(joinWithinObject);
}

function joinWithinObject(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.length === 1 ? drafts : joinAtPlace(joinRepeats(joinCovered(drafts)));
}

/** What says less, or has no repair, joins all that say the same and more: two wrong keys of a map are two findings. */
function joinCovered(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.every(({ problem: { rule } }) => rule.expressions === undefined && rule.covers === undefined)) {
    return drafts;
  }
  const joined = new Set<Draft>();
  const hosts = drafts.map(host => {
    const guests = drafts.filter(guest => isExpressed(host, guest) || isCoveredBy(host, guest));
    guests.forEach(guest => joined.add(guest));
    return withGuests(host, guests);
  });
  return hosts.filter(draft => !joined.has(draft));
}

function isExpressed({ problem: { rule: { expressions }, path } }: Draft, { problem: guest }: Draft): boolean {
  return expressions !== undefined && guest.rule === schemaRules.cel && guest.path.every((step, depth) => path[depth] === step)
    && expressions.some(message => guest.message.endsWith(message));
}

function isCoveredBy(host: Draft, guest: Draft): boolean {
  return host.problem.rule.covers?.includes(guest.problem.rule.code) === true && isSamePlace(guest, host);
}

function joinAtPlace(drafts: readonly Draft[]): readonly Draft[] {
  const guestsOf = groupBy(drafts.filter(({ problem }) => problem.rule.twins !== undefined), guest => drafts.find(draft => isTwin(guest, draft)));
  guestsOf.delete(undefined);
  if (guestsOf.size === 0) {
    return drafts;
  }
  const absorbed = new Set([...guestsOf.values()].flat());
  return drafts.filter(draft => !absorbed.has(draft)).map(draft => withGuests(draft, guestsOf.get(draft) ?? []));
}

function isTwin(guest: Draft, host: Draft): boolean {
  return guest.problem.rule.twins!.includes(host.problem.rule.code) && (isSamePlace(guest, host) || isRepeatedWith(guest, host));
}

function isSamePlace({ problem: guest }: Draft, { problem: host }: Draft): boolean {
  return isSamePath(guest.path, host.path);
}

/** Of the places that an alias leads to, each rule may have come to another one first. */
function isRepeatedWith(guest: Draft, host: Draft): boolean {
  const hosts = [host, ...host.repeats ?? []];
  return [guest, ...guest.repeats ?? []].some(one => hosts.some(other => isSamePlace(one, other)));
}

function withGuests(host: Draft, guests: readonly Draft[]): Draft {
  if (guests.length === 0) {
    return host;
  }
  const problems = [host, ...guests].map(({ problem }) => problem);
  const severities = problems.map(severityOf);
  const severity = SEVERITIES.find(one => severities.includes(one))!;
  const fix = problems.find(problem => problem.fix !== undefined)?.fix;
  const repair = problems.find(problem => problem.repair !== undefined)?.repair;
  return {
    ...host,
    problem: { ...host.problem, severity, fix, repair },
    twins: [...host.twins, ...guests.flatMap(({ problem, twins }) => [problem.rule, ...twins])],
  };
}

function severityOf({ rule, severity = rule.severity }: Problem): Severity {
  return severity;
}

/** The codes of what an API server or istiod refuses, where a value that has yet to be filled in is refused as it stands. */
const REFUSED = /^(?:CRD|IST0106)/;

/** What mends it: if the value has yet to be filled in, not what it says. */
function repairOf({ problem: { rule, path, message, repair, fix }, place: { resource } }: Draft): string | undefined {
  const isRefused = fix === undefined && REFUSED.test(rule.code);
  return (isRefused ? fillingIn(resource?.root.at(...path).text ?? message) : undefined) ?? repair;
}

/** What is told of a draft: always the same fields, of which some are undefined, for there are many findings, and objects of one shape are swift. */
export function findingOf(draft: Draft): Finding {
  const { problem, place, twins } = draft;
  const { rule, path, message, expected, fix } = problem;
  const { file, object, position } = place;
  const { line, column } = position();
  return {
    code: rule.code,
    rule: rule.slug,
    severity: severityOf(problem),
    message,
    object,
    path: path.length === 0 ? undefined : formatPath(path),
    aliases: twins.length === 0 ? aliasesOf(rule) : [...new Set([...rule.aliases, ...twins.map(({ code }) => code)])],
    file,
    line,
    column,
    expected,
    repair: repairOf(draft),
    fixable: fix === undefined ? undefined : true,
    url: pageOf(rule),
  };
}

/** The same, for somebody to mend by hand. */
export function withoutFix(draft: Draft): Draft {
  return { ...draft, problem: { ...draft.problem, fix: undefined, hidden: undefined } };
}
