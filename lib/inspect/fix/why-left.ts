import { parseText } from '../model/parse-text';
import type { YamlDocument } from '../model/yaml-document';
import { oncePer } from '../once-per';
import { changesOf, WhyUnchanged } from './edit-text';
import { EditedValue, editValue } from './edited-value';
import type { Fix } from './fix';
import { mendText } from './mend-text';
import { fixInDocument, Repair } from './repair';
import { TextNode, textTree } from './text-tree';

/** Why something is left that has a repair. */
export type WhyLeft =
  | 'encoding' // the file is not UTF-8, and would be another one
  | 'problems' // the document has a key that stands twice
  | 'taken' // what would be written stands there already
  | WhyUnchanged
  | 'neighbor'; // another repair changes the same place

/** Why a repair is left that would not be done if it were the only one, or that is in the way of another one. */
export function whyLeft(repair: Repair): WhyLeft {
  const { document } = repair.object;
  if (!document.file.isUtf8) {
    return 'encoding';
  }
  return document.problems.length > 0 ? 'problems' : whyNot(document, fixInDocument(repair));
}

function whyNot(document: YamlDocument, fix: Fix): WhyLeft {
  const edited = valueOf(document);
  const undo = editValue(edited, fix);
  if (undo === undefined) {
    return 'taken';
  }
  undo();
  const tree = treeOf(document);
  const unchanged = tree === undefined ? 'meaning' : fix.map(edit => changesOf(document.text, tree, edit)).find(one => typeof one === 'string');
  if (unchanged !== undefined) {
    return unchanged;
  }
  return mendText(document.text, [fix]).done.length > 0 ? 'neighbor' : 'meaning';
}

/** The parts of a document, unless they are elsewhere in the text that was read. */
const treeOf = oncePer(({ text }: YamlDocument): TextNode | undefined => {
  const parsed = parseText(text);
  return parsed.source === text ? textTree(parsed) : undefined;
});
const valueOf = oncePer((document: YamlDocument): EditedValue => ({ value: JSON.parse(JSON.stringify(document.value)) }));
