import { originOf, referenceTo } from '../inspect/mesh/object-reference';
import { PROVIDES } from '../inspect/mesh/object-set';
import type { KubeObject } from '../inspect/model/kube-object';
import { printable } from '../inspect/report/printable';
import type { SchemaStore } from '../inspect/schema/schema-store';
import { problemOfAssumed } from './assumed-object';
import type { FileSet } from './environment-sets';

/**
 * What is wrong with what objects, by their annotation, and apps say to exist elsewhere: such a slip changes nothing, and nobody would know
 * why.
 */
export function providesNotes(objects: readonly KubeObject[], sets: ReadonlyArray<Pick<FileSet, 'assumed' | 'saidBy'>>, schemas: SchemaStore): string[] {
  const said = [
    ...objects.flatMap(object => entriesOf(object).map(entry => ({ place: `${placeOf(object)}: ${nameOf(object, schemas)}`, entry }))),
    ...sets.flatMap(({ assumed, saidBy }) => assumed.map(entry => ({ place: saidBy ?? 'a construct', entry: entry.trim() }))),
  ];
  return [...new Set(said.filter(({ entry }) => entry !== '').flatMap(({ place, entry }) => {
    const problem = problemOfAssumed(entry, schemas);
    return problem === undefined ? [] : [printable(`${place}: ${PROVIDES}: ${JSON.stringify(entry)}: ${problem}`)];
  }))];
}

function entriesOf({ value: { metadata } }: KubeObject): string[] {
  const annotations = (metadata as { readonly annotations?: Readonly<Record<string, unknown>> | null } | null | undefined)?.annotations;
  const text = annotations?.[PROVIDES];
  return typeof text === 'string' ? text.split(',').map(entry => entry.trim()) : [];
}

function placeOf({ document, path }: KubeObject): string {
  return `${document.file.name}:${document.positionOf([...path, 'metadata', 'annotations', PROVIDES]).line}`;
}

function nameOf({ value }: KubeObject, schemas: SchemaStore): string {
  return originOf(referenceTo(value, { schemas, defaultNamespace: '' }));
}
