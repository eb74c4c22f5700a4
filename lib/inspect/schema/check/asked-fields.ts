import { isObject } from '../../is-object';
import { answered } from '../../once-per';
import { NodeIndex, SchemaNode } from '../node';

/**
 * Whether a value is right by the alternatives of a node, as far as that can be told without a trial of each: where they ask for fields that
 * are there or not there, and for nothing else, as nearly all of Istio's do. False says that somebody has to look closer.
 */
export function hasAskedFields(value: unknown, node: SchemaNode, nodes: readonly SchemaNode[]): boolean {
  return answered(known, node, () => alternativesAskForFieldsAlone(node, nodes)) && fitsAlternatives(value, node, nodes);
}

const known = new WeakMap<SchemaNode, boolean>();

function alternativesAskForFieldsAlone(node: SchemaNode, nodes: readonly SchemaNode[]): boolean {
  return alternativesOf(node).every(index => {
    const { r, any, one, not, ...others } = nodes[index];
    return Object.values(others).every(said => said === undefined) && alternativesAskForFieldsAlone(nodes[index], nodes);
  });
}

function alternativesOf({ any = [], one = [], not }: SchemaNode): readonly NodeIndex[] {
  return [...any, ...one, ...(not === undefined ? [] : [not])];
}

function fitsAlternatives(value: unknown, { any, one, not }: SchemaNode, nodes: readonly SchemaNode[]): boolean {
  return (any === undefined || any.some(index => fits(value, nodes[index], nodes)))
    && (one === undefined || one.filter(index => fits(value, nodes[index], nodes)).length === 1)
    && (not === undefined || !fits(value, nodes[not], nodes));
}

function fits(value: unknown, node: SchemaNode, nodes: readonly SchemaNode[]): boolean {
  return (node.r === undefined || !isObject(value) || node.r.every(key => Object.hasOwn(value, key))) && fitsAlternatives(value, node, nodes);
}
