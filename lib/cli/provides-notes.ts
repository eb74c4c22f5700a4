import { PROVIDES } from '../inspect/mesh/object-set';
import type { KubeObject } from '../inspect/model/kube-object';
import { printable } from '../inspect/report/printable';
import type { SchemaStore } from '../inspect/schema/schema-store';
import { problemOfAssumed } from './assumed-object';

/** What is wrong with annotations that say what exists elsewhere: such a slip changes nothing, and nobody would know why. */
export function providesNotes(objects: readonly KubeObject[], schemas: SchemaStore): string[] {
  return objects.flatMap(object => entriesOf(object).flatMap(entry => {
    const problem = problemOfAssumed(entry, schemas);
    return problem === undefined ? [] : [printable(`${placeOf(object)}: ${PROVIDES}: ${JSON.stringify(entry)} ${problem}`)];
  }));
}

/** A comma at the end names nothing. */
function entriesOf({ value: { metadata } }: KubeObject): string[] {
  const annotations = (metadata as { readonly annotations?: Readonly<Record<string, unknown>> | null } | null | undefined)?.annotations;
  const text = annotations?.[PROVIDES];
  return typeof text === 'string' ? text.split(',').map(entry => entry.trim()).filter(entry => entry !== '') : [];
}

function placeOf({ document, path }: KubeObject): string {
  return `${document.file.name}:${document.positionOf([...path, 'metadata', 'annotations', PROVIDES]).line}`;
}
