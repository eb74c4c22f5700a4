import type { PathMatch } from '../../path-match';
import type { TextMatch } from '../../text-match';
import { askedTwice, both } from './conditions';
import type { Conditions } from './conditions';
import { covers, pathCovers, textCovers } from './covers';
import { areComparable, narrowerPath } from './narrower-path';

/** What two rules take in common, or why it cannot be said: the mesh would have to compare one thing in two ways. */
export type Conjunction = { readonly conditions: Conditions } | { readonly twice: string };

/** Both at once, of two that overlap. Where one of them asks for more of the same thing, that is asked for. */
export function conjunction(a: Conditions, b: Conditions): Conjunction {
  if (covers(a, b)) {
    return { conditions: b };
  }
  if (covers(b, a)) {
    return { conditions: a };
  }
  const [one, other] = [narrowed(a, b), narrowed(b, a)];
  const twice = askedTwice(one, other);
  return twice === undefined ? { conditions: both(one, other) } : { twice };
}

/** The first, where the second asks for more in the words of that. */
function narrowed(a: Conditions, b: Conditions): Conditions {
  return {
    ...a,
    path: a.path && b.path ? narrowPath(a.path, b.path) : a.path,
    authority: a.authority && b.authority ? narrowText(a.authority, b.authority) : a.authority,
    headers: narrowTexts(a.headers, b.headers, narrowText),
    query: narrowTexts(a.query, b.query, narrowText),
    // What is forbidden forbids more if it takes more.
    withoutHeaders: narrowTexts(a.withoutHeaders, b.withoutHeaders, (own, more) => textCovers(more, own) ? more : own),
  };
}

function narrowPath(own: PathMatch, other: PathMatch): PathMatch {
  if (areComparable(own, other)) {
    return narrowerPath(own, other) ?? own;
  }
  return pathCovers(own, other) ? other : own;
}

function narrowText(own: TextMatch, other: TextMatch): TextMatch {
  return textCovers(own, other) ? other : own;
}

type Texts = Readonly<Record<string, TextMatch>>;

function narrowTexts(own: Texts, others: Texts, narrow: (own: TextMatch, other: TextMatch) => TextMatch): Texts {
  return Object.fromEntries(Object.entries(own).map(([name, text]) => [name, Object.hasOwn(others, name) ? narrow(text, others[name]) : text]));
}
