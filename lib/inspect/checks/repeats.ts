import { addTo } from '../group-by';
import { foundAlong } from '../model/tree-position';
import type { YamlDocument } from '../model/yaml-document';
import { answered, oncePer } from '../once-per';
import type { ObjectPath } from '../schema/violation';
import type { Draft } from './draft';

/**
 * Joins what is said of one object as often as aliases and merges bring its place to other paths: the same words about the same place of the
 * text are one defect, at the first of the paths. Other words, or another place that only begins at the same letter, are something else.
 */
export function joinRepeats(drafts: readonly Draft[]): readonly Draft[] {
  const source = drafts[0].place.resource?.source;
  if (source === undefined || source.document.plain !== undefined || areAllOthers(drafts) || !mayHaveAliases(source.document)) {
    return drafts;
  }
  const tree = source.document.file.treeOf(source.document);
  const byPlace = new Map<object, Map<string, Draft[]>>();
  for (const draft of drafts) {
    const { node, rest } = foundAlong(tree, [...source.path, ...draft.problem.path]);
    addTo(answered(byPlace, node, () => new Map<string, Draft[]>()), wordsOf(draft, rest), draft);
  }
  return [...byPlace.values()].flatMap(byWords => [...byWords.values()].map(([first, ...repeats]) => ({ ...first, repeats })));
}

function wordsOf({ problem: { rule, severity, message, repair }, twins }: Draft, rest: ObjectPath): string {
  return JSON.stringify([rule, ...twins].map(({ code, slug }) => [code, slug]).concat([[severity ?? '', message, repair ?? ''], rest.map(String)]));
}

function areAllOthers(drafts: readonly Draft[]): boolean {
  return drafts.length < 2 || new Set(drafts.map(({ problem }) => problem.message)).size === drafts.length;
}

/** One look at the text is enough: a List may hold thousands of objects. Nothing is kept of plain documents, which have none, and are many. */
const mayHaveAliases = oncePer(({ text }: YamlDocument) => text.includes('&') && text.includes('*'));
