import { Construct, IConstruct } from 'constructs';
import { PathMatch } from '../../path-match';
import { claim, ownerOf } from '../claim';
import { covers } from '../hosts/hostname';
import { pathText } from './path-text';

/** A part of the requests for a hostname that its owner leaves to another team. */
export interface DelegatedPart {
  readonly hostname: string;
  /** undefined: every path */
  readonly path?: PathMatch;
}

const PARTS = new WeakMap<IConstruct, DelegatedPart>();

/** Remembers what routes say that they get. @throws when others have their name */
export function rememberPart(owner: Construct, reference: string, part: DelegatedPart): void {
  const first = claim(thingOf(reference), owner);
  if (first !== owner) {
    throw new Error(`${owner.node.path}: "${first.node.path}" already uses the routes name "${reference}". Use another name: { routesName: "..." }.`);
  }
  PARTS.set(owner, part);
}

/** What the owner of a hostname leaves to routes that we have, too, and that these do not expect. */
export function partProblems(left: DelegatedPart, reference: string, owner: IConstruct): string[] {
  const team = ownerOf(thingOf(reference), owner);
  const expected = team && PARTS.get(team);
  if (expected === undefined || (covers(left.hostname, expected.hostname) && isSame(left.path, expected.path))) {
    return [];
  }
  return [`delegates ${textOf(left)} to "${reference}", but "${team!.node.path}" expects ${textOf(expected)}. Use the same hostname and path in both places.`];
}

/** What a service leaves to routes that we have, and that a gateway would publish under a hostname that these do not expect. */
export function publishedProblems(hostname: string, reference: string, owner: IConstruct): string[] {
  const team = ownerOf(thingOf(reference), owner);
  const expected = team && PARTS.get(team);
  return expected === undefined || covers(hostname, expected.hostname) ? [] : [
    `delegates requests to "${reference}", but "${team!.node.path}" expects those of "${expected.hostname}", so they would be published under another name. Use the same hostname in both places, or expose paths that are not delegated.`,
  ];
}

function thingOf(reference: string): string {
  return `delegated routes ${reference}`;
}

function isSame(a: PathMatch | undefined, b: PathMatch | undefined): boolean {
  return normal(a)?.kind === normal(b)?.kind && normal(a)?.path === normal(b)?.path;
}

function normal(path: PathMatch | undefined): PathMatch | undefined {
  return path?._takesEvery ? undefined : path;
}

function textOf({ hostname, path }: DelegatedPart): string {
  return `${pathText(path)} of "${hostname}"`;
}
