import type { Fix } from '../fix/fix';
import type { Field } from '../mesh/field';
import { DATAPLANE_MODE, INJECTION_LABEL, MEMBERSHIP_LABELS } from '../mesh/mesh-membership';
import { labelValue } from '../schema/syntax/names';

/**
 * Makes a label of an annotation that is read as one alone; the labels have to be there to take it. What nobody would hear as a label either is no
 * certain repair, nor what something else contradicts that the metadata says of how pods are in the mesh.
 */
export function labelOfAnnotation(metadata: Field, name: string): Fix | undefined {
  const [annotation, labels] = [metadata.at('annotations', name), metadata.at('labels')];
  const isTaken = labels.isFilled && !labels.at(name).isSet && isHeard(name, annotation.text ?? '') && !isContradicted(metadata, name);
  return isTaken ? [{ kind: 'move', path: annotation.path, into: labels.path }] : undefined;
}

const HEARD: Readonly<Record<string, readonly string[]>> = {
  [INJECTION_LABEL]: ['enabled', 'disabled'],
  [DATAPLANE_MODE]: ['ambient', 'none'],
};

function isHeard(name: string, value: string): boolean {
  return value !== '' && labelValue(value) === undefined && HEARD[name]?.includes(value) !== false;
}

function isContradicted(metadata: Field, name: string): boolean {
  const others = MEMBERSHIP_LABELS.includes(name) ? MEMBERSHIP_LABELS.filter(other => other !== name) : [];
  return others.some(other => ['labels', 'annotations'].some(place => metadata.at(place, other).isSet));
}
