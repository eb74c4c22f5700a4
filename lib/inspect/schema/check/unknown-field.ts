import { visible } from '../../invisible';
import { nearest, nearlySpelled, spelledAlike } from '../../nearest';
import { SchemaNode } from '../node';
import { Violation } from '../violation';
import { placesAround, placesBelow, StrayField } from './better-place';
import { Context, OBJECT_FIELDS } from './context';
import { experimentalRepair } from './experimental-fields';
import { namesSpelledLike } from './field-names';
import { isSelector } from './misfits';
import { didYouMean, inOtherCase, names, placeOf, shown } from './wording';

/** Says that the object at hand has a field with this value that its schema does not know, and what may have been meant. */
export function addUnknownField(context: Context, node: SchemaNode, key: string, value: unknown): void {
  const { findings, kind } = context;
  const known = [...(node.emb === 1 ? OBJECT_FIELDS : []), ...Object.keys(node.p ?? {})];
  const { repair, guesses } = findings.areMany ? NOTHING : suggestion(context, { path: findings.path, key, value }, known);
  findings.add({
    kind: 'unknown-field',
    message: `unknown field ${JSON.stringify(key)} in ${placeOf(findings.path) ?? kind}`,
    expected: repair === undefined && known.length > 0 && known.length <= MOST_LISTED ? names(known) : undefined,
    repair,
    meant: inOtherCase(key, known),
    guesses,
  }, key);
}

/** How to mend it, and the fields of the same mapping that may be meant. */
type Suggestion = Pick<Violation, 'repair' | 'guesses'>;

const NOTHING: Suggestion = {};

function suggestion(context: Context, stray: StrayField, known: readonly string[]): Suggestion {
  const found = selectorRepair(stray, known) ?? writingRepair(stray, known) ?? experimentalRepair(context.object, stray);
  if (found !== undefined) {
    return found;
  }
  const { words, areHere } = guess(context, stray, known);
  return { repair: didYouMean(words), guesses: areHere ? words : undefined };
}

/** A name that is none because of a character that does not belong to it, or of one that is missing. */
function writingRepair({ key, value }: StrayField, known: readonly string[]): Suggestion | undefined {
  const seen = visible(key);
  if (seen !== key) {
    return known.includes(seen)
      ? { repair: `remove the invisible characters: "${seen}"`, guesses: [seen] }
      : { repair: 'remove the invisible characters, or write plain spaces' };
  }
  if (/^-\w/.test(key)) {
    return { repair: 'put a space after the hyphen' };
  }
  const [name] = key.split(':', 1);
  return value === null && name !== key && known.includes(name) ? { repair: 'put a space after the colon', guesses: [name] } : undefined;
}

/** What holds the labels of a selector, each in some kinds. */
const LABELS = ['matchLabels', 'labels'];

/** A selector in the form of other kinds, or labels directly below one that holds them one level deeper. */
function selectorRepair({ path, key, value }: StrayField, known: readonly string[]): Suggestion | undefined {
  const selector = path.at(-1);
  const holder = LABELS.find(field => known.includes(field));
  if (!isSelector(selector) || holder === undefined) {
    return undefined;
  }
  if (LABELS.includes(key)) {
    return { repair: didYouMean([holder]), guesses: [holder] };
  }
  return typeof value === 'string' && nearlySpelled(key, known).length === 0
    ? { repair: `write ${selector}: {${holder}: {${key}: ${shown(value)}}}` }
    : undefined;
}

/** What may have been meant: fields of the same mapping, or places elsewhere in the object. */
interface Guess {
  readonly words: readonly string[];
  readonly areHere: boolean;
}

const NO_GUESS: Guess = { words: [], areHere: false };

/** The surest first: the name in full a level down says more than a part of a name here, and that more than the name in full elsewhere. */
function guess(context: Context, stray: StrayField, known: readonly string[]): Guess {
  const guesses: ReadonlyArray<() => Guess> = [
    () => here(spelledAlike(stray.key, known)),
    () => here(nearlySpelled(stray.key, known)),
    () => elsewhere(placesBelow, context, stray),
    () => here(nearest(stray.key, known)),
    // A mapping with a single field is there for that one, unless something larger went astray.
    () => (known.length === 1 && !isCollection(stray.value) ? NO_GUESS : elsewhere(placesAround, context, stray)),
  ];
  return firstOf(guesses);
}

function isCollection(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function here(words: readonly string[]): Guess {
  return { words, areHere: words.length > 0 };
}

/** By the name as it is written, and then as it is spelled there. */
function elsewhere(places: typeof placesBelow, context: Context, stray: StrayField): Guess {
  const keys = new Set([stray.key, ...namesSpelledLike(context, stray.key)]);
  return firstOf([...keys].map(key => () => ({ words: places(context, { ...stray, key }), areHere: false })));
}

function firstOf(guesses: ReadonlyArray<() => Guess>): Guess {
  return guesses.reduce((found, next) => (found.words.length > 0 ? found : next()), NO_GUESS);
}

/** More fields than these are not read by anybody. */
const MOST_LISTED = 16;
