import type { Verdict } from '../inspect/checks/run-checks';
import type { Suppression } from '../inspect/checks/suppression';
import { count } from '../inspect/count';
import type { Input } from '../inspect/model/input';
import type { KubeObject } from '../inspect/model/kube-object';
import { printable } from '../inspect/report/printable';
import type { SchemaStore } from '../inspect/schema/schema-store';
import type { CliError } from './cli-error';
import type { FileSet } from './environment-sets';
import { providesNotes } from './provides-notes';
import { stackOf } from './stack';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** What became of a check. */
export interface CheckOutcome {
  readonly input: Input;
  /** The sets that were judged, each for itself. */
  readonly sets: readonly FileSet[];
  /** Why files that were found could not be read. */
  readonly failures: readonly CliError[];
  /** What is to be said of globs that left out nothing. */
  readonly notes: readonly string[];
  readonly verdict: Verdict;
  /** The kinds that are known. */
  readonly schemas: SchemaStore;
  /** Whether the input is said to be everything there is. */
  readonly complete: boolean;
}

/** What is said of a check apart from its result: each note is a line, but for the stacks that somebody asked for. */
export function checkNotes({ input, sets, failures, notes: ofInput, verdict, schemas, complete }: CheckOutcome, { env }: Pick<Terminal, 'env'>): string[] {
  const notes = [
    ...failures.map(({ message }) => printable(message)),
    ...(failures.length === 0 ? nothingToCheck(input) : []),
    ...unrendered(input),
    ...outside(input),
    ...surplus(input),
    ...providesNotes(input.objects, sets, schemas),
    ...notJudged(verdict.notJudged),
    ...undecided(undecidedPlaces(verdict), complete),
    ...ofInput.map(printable),
    ...verdict.idleSuppressions.map(idle),
    ...(verdict.crashes.length === 0 ? [] : ['a check crashed: see the findings of IST0001']),
  ];
  const stacks = env.CDK8S_MESH_DEBUG === '1' ? [...new Set(verdict.crashes)].map(stackOf) : [];
  return [...stacks, ...notes.map(note => `${tool.name}: ${note}`)];
}

function nothingToCheck({ files, objects, problems }: Input): string[] {
  if (files.length === 0) {
    return ['nothing to check: no *.yaml, *.yml or *.json file was found'];
  }
  return objects.length === 0 && problems.length === 0 ? ['nothing to check: the input contains no objects'] : [];
}

function unrendered({ kustomized: { partial } }: Input): string[] {
  return partial === 0 ? [] : [
    `objects of ${count(partial, 'kustomization')} are checked without prefixes, replacements, transformers and the content of generated objects; to check what is applied, run: kustomize build | cdk8s-mesh check -`,
  ];
}

const NAMES_SHOWN = 3;

/** What kustomizations name that was not read: nobody sees that a part of what is applied is missing. */
function outside({ kustomized: { partlyRead } }: Input): string[] {
  const names = [...partlyRead].flatMap(([{ name }, missing]) => missing.map(entry => `${printable(entry)} (${printable(name)})`));
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  return names.length === 0 ? [] : [
    `kustomizations name what is not in the input: ${names.slice(0, NAMES_SHOWN).join(', ')}${more}; without it, only a part of what is applied `
    + 'is checked: correct the name, pass the path as well, or run: kustomize build | cdk8s-mesh check -',
  ];
}

function surplus({ kustomized: { surplus: folders } }: Input): string[] {
  const more = folders.length > 1 ? ` and ${count(folders.length - 1, 'more overlay')}` : '';
  return folders.length === 0 ? [] : [
    `not checked because too many overlays share files: ${printable(folders[0])}${more}; pass fewer at once`,
  ];
}

const KINDS_SHOWN = 5;

function notJudged(objects: readonly KubeObject[]): string[] {
  if (objects.length === 0) {
    return [];
  }
  const kinds = countByKind(objects);
  const shown = kinds.slice(0, KINDS_SHOWN).map(([kind, number]) => `${printable(kind)} (${number})`).join(', ');
  const more = kinds.length > KINDS_SHOWN ? ` and ${count(kinds.length - KINDS_SHOWN, 'more kind')}` : '';
  return [`${count(objects.length, 'object')} not validated against a schema (unknown kind or version): ${shown}${more}; if these kinds exist, pass their CRDs with --crds`];
}

/** How often each kind occurs, the most frequent first. */
function countByKind(objects: readonly KubeObject[]): [kind: string, number: number][] {
  const counts = new Map<string, number>();
  for (const { value: { kind, apiVersion } } of objects) {
    const name = `${String(kind)} ${String(apiVersion)}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([one, many], [other, few]) => (many === few ? order(one, other) : few - many));
}

function order(one: string, other: string): number {
  return one < other ? -1 : 1;
}

/** The places of which the input shows nothing, and to which something leads that could not be judged so. */
export function undecidedPlaces({ undecided: all }: Verdict): readonly string[] {
  return [...new Set(all.map(({ unknown }) => unknown))].sort();
}

const PLACES_SHOWN = 5;

/** Said once, whatever the number of references: the input is a part of a cluster, and nobody wants to hear so a hundred times. */
function undecided(places: readonly string[], isComplete: boolean): string[] {
  if (places.length === 0) {
    return [];
  }
  const more = places.length > PLACES_SHOWN ? ` and ${places.length - PLACES_SHOWN} more` : '';
  const shown = places.slice(0, PLACES_SHOWN).map(printable).join(', ');
  return [isComplete
    ? `not checked because no object in the input shows it: ${shown}${more}; add the Namespace or another object that shows it`
    : `references to objects outside the input were not checked: ${shown}${more}; add those objects, or pass --complete if the input is everything there is`];
}

function idle({ ruleName, glob }: Suppression): string {
  return `--suppress '${printable(ruleName)}=${printable(glob)}' hid nothing: there is no such finding${/[ *]/.test(glob) ? '' : '; the pattern is compared with "Kind namespace/name"'}`;
}
