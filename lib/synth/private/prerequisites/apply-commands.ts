import { posix } from 'node:path';
import { shellWord } from '../../../mesh/private/runbook/shell';
import { CycleError, DependencyGraph } from '../dependency-graph';
import { Manifest } from '../manifest';
import { Need, neededFirst } from '../needed-first';

/** What one command applies: a file, or the folder of a kustomization. */
export interface ApplyUnit {
  /** Below the folder of the page. */
  readonly path: string;
  readonly objects: readonly Manifest[];
}

/**
 * The commands that apply the files of a folder, run in that folder. kubectl reads files by their names, so where one needs what stands in a later
 * one, each is named, in an order that works. Where two need each other there is none, and everything is applied twice.
 */
export function applyFiles(files: readonly ApplyUnit[]): string[] {
  if (files.some(({ path }) => path.includes('/'))) {
    return applyFolders(files);
  }
  const sorted = byPath(files);
  if (isOrdered(sorted) && sorted.every(({ path }) => READ.test(path))) {
    return ['kubectl apply -f .'];
  }
  return inOrderOrTwice(sorted, units => [applyAll(units.map(({ path }) => path))]);
}

/** The commands that apply kustomizations, one after the other. */
export function applyKustomizations(units: readonly ApplyUnit[]): string[] {
  return inOrderOrTwice(byPath(units), ordered => ordered.map(({ path }) => `kubectl apply -k ${shellWord(path)}`));
}

/** Of a folder, kubectl reads these. */
const READ = /\.(?:json|ya?ml)$/;

/** Each object has a file: what all others need comes first, and then folder by folder. */
function applyFolders(files: readonly ApplyUnit[]): string[] {
  const [first, others] = [true, false].map(wanted => byPath(files).filter(({ objects }) => objects.some(({ kind = '' }) => FIRST.has(kind)) === wanted));
  const folders = [...new Set(others.map(({ path }) => posix.dirname(path)))].map(path => (
    { path, objects: others.filter(file => posix.dirname(file.path) === path).flatMap(({ objects }) => objects) }
  ));
  // Pods wait for what they mount, so nothing stands here twice.
  const ordered = inOrder(folders) ?? inOrder(folders, TO_BE_APPLIED) ?? folders;
  return [first.map(({ path }) => path), ordered.map(({ path }) => path)].filter(paths => paths.length > 0).map(applyAll);
}

const FIRST: ReadonlySet<string> = new Set(['CustomResourceDefinition', 'Namespace']);

function applyAll(paths: readonly string[]): string {
  return `kubectl apply ${paths.map(path => `-f ${shellWord(path)}`).join(' ')}`;
}

function byPath(units: readonly ApplyUnit[]): ApplyUnit[] {
  return [...units].sort((one, other) => (one.path < other.path ? -1 : 1));
}

function isOrdered(units: readonly ApplyUnit[]): boolean {
  return neededFirst(units.map(({ objects }) => objects)).every(({ needs, first }) => first < needs);
}

function inOrderOrTwice(units: readonly ApplyUnit[], commands: (units: readonly ApplyUnit[]) => string[]): string[] {
  if (isOrdered(units)) {
    return commands(units);
  }
  const ordered = inOrder(units) ?? inOrder(units, TO_BE_APPLIED);
  return ordered === undefined ? [...commands(units), ...commands(units)] : commands(ordered);
}

/** What objects cannot do without. Routes to hosts of each other are applied in any order; it is requests that fail for a moment. */
const TO_BE_APPLIED: readonly Need[] = ['Namespace', 'kind', 'object'];

/** Undefined where some need each other. */
function inOrder(units: readonly ApplyUnit[], needs?: readonly Need[]): ApplyUnit[] | undefined {
  const graph = new DependencyGraph(units.length);
  neededFirst(units.map(({ objects }) => objects), needs).forEach(one => graph.addEdge(one.needs, one.first));
  try {
    return graph.order(['rest']).map(index => units[index]);
  } catch (error) {
    if (error instanceof CycleError) {
      return undefined;
    }
    throw error;
  }
}
