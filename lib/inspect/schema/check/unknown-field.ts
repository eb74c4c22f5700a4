import { nearest, nearlySpelled } from '../../nearest';
import { SchemaNode } from '../node';
import { ObjectPath } from '../violation';
import { placesAround, placesBelow, StrayField } from './better-place';
import { Context, OBJECT_FIELDS } from './context';
import { isSelector } from './misfits';
import { didYouMean, inOtherCase, names, placeOf, shown } from './wording';

/** Says that the object at hand has a field with this value that its schema does not know, and what may have been meant. */
export function addUnknownField(context: Context, node: SchemaNode, key: string, value: unknown): void {
  const { findings, kind } = context;
  const known = [...(node.emb === 1 ? OBJECT_FIELDS : []), ...Object.keys(node.p ?? {})];
  const repair = findings.areMany
    ? undefined
    : selectorRepair(findings.path, known, key, value) ?? didYouMean(guess(context, { path: findings.path, key, value }, known));
  findings.add({
    kind: 'unknown-field',
    message: `${JSON.stringify(key)} is no field of ${placeOf(findings.path) ?? kind}`,
    expected: repair === undefined && known.length > 0 && known.length <= MOST_LISTED ? names(known) : undefined,
    repair,
    meant: inOtherCase(key, known),
  }, key);
}

/** Labels directly below a selector that holds them one level deeper. */
function selectorRepair(path: ObjectPath, known: readonly string[], key: string, value: unknown): string | undefined {
  const selector = path.at(-1);
  const holder = ['matchLabels', 'labels'].find(field => known.includes(field));
  return typeof value === 'string' && isSelector(selector) && holder !== undefined && nearlySpelled(key, known).length === 0
    ? `write ${selector}: {${holder}: {${key}: ${shown(value)}}}`
    : undefined;
}

/** The surest first: the name in full a level down says more than a part of a name here, and that more than the name in full elsewhere. */
function guess(context: Context, stray: StrayField, known: readonly string[]): readonly string[] {
  const guesses = [
    () => nearlySpelled(stray.key, known), () => placesBelow(context, stray), () => nearest(stray.key, known), () => placesAround(context, stray),
  ];
  return guesses.reduce<readonly string[]>((found, next) => (found.length > 0 ? found : next()), []);
}

/** More fields than these are not read by anybody. */
const MOST_LISTED = 16;
