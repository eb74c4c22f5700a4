import { addTo } from '../../group-by';
import { fold } from '../../nearest';
import { oncePer } from '../../once-per';
import { SchemaNode } from '../node';
import { Context } from './context';

/** The names of fields, wherever they stand in the schema of the object, that differ from a word in letter case, hyphens and underscores at most. */
export function namesSpelledLike({ nodes, metadata }: Context, word: string): readonly string[] {
  const spelling = fold(word);
  return [...new Set([nodes, metadata.nodes].flatMap(table => namesOf(table).get(spelling) ?? []))];
}

/** All names of a table, by what is left of them without what makes no difference. */
const namesOf = oncePer((nodes: readonly SchemaNode[]): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, string[]>();
  new Set(nodes.flatMap(({ p = {} }) => Object.keys(p))).forEach(name => addTo(names, fold(name), name));
  return names;
});
