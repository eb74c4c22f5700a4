import { nearest } from '../../nearest';
import { SchemaNode } from '../node';
import { betterPlace } from './better-place';
import { Context, OBJECT_FIELDS } from './context';
import { didYouMean, names, placeOf } from './wording';

/** Says that the object at hand has a field that its schema does not know, and what may have been meant. */
export function addUnknownField(context: Context, node: SchemaNode, key: string): void {
  const { findings, kind } = context;
  const known = [...(node.emb === 1 ? OBJECT_FIELDS : []), ...Object.keys(node.p ?? {})];
  const near = nearest(key, known);
  const place = near.length > 0 ? undefined : betterPlace(context, findings.path, key);
  const repair = didYouMean(place === undefined ? near : [place]);
  findings.add({
    kind: 'unknown-field',
    message: `${JSON.stringify(key)} is no field of ${placeOf(findings.path) ?? kind}`,
    expected: repair === undefined && known.length > 0 && known.length <= MOST_LISTED ? names(known) : undefined,
    repair,
  }, key);
}

/** More fields than these are not read by anybody. */
const MOST_LISTED = 16;
