import { parseText } from '../model/parse-text';
import type { YamlDocument } from '../model/yaml-document';
import { oncePer } from '../once-per';
import { changesOf } from './edit-text';
import { editedValue } from './edited-value';
import type { Edit, Fix } from './fix';
import { mendText } from './mend-text';
import { fixInDocument, Repair } from './repair';
import { TextNode, textTree } from './text-tree';

/** Why something is left that has a repair. */
export type WhyLeft =
  | 'encoding' // the file is not UTF-8, and would be another one
  | 'problems' // the document has a key that stands twice
  | 'taken' // what would be written stands there already
  | 'alias' // an alias brings the value to several places
  | 'comment' // a pair would move, and with it more than the pair, or less
  | 'lines' // it is no plain text on one line
  | 'meaning' // the text would be read as something else
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
  const { text } = document;
  const tree = treeOf(document);
  const edited = fix.reduce<unknown>((so, edit) => (so === undefined ? undefined : editedValue(so, edit)), document.value);
  const unchanged = fix.find(edit => changesOf(text, tree, edit) === undefined);
  if (edited === undefined) {
    return 'taken';
  }
  if (unchanged !== undefined) {
    return isBehindAlias(tree, unchanged) ? 'alias' : unchanged.kind === 'move' ? 'comment' : 'lines';
  }
  return mendText(text, [fix]).done.length > 0 ? 'neighbor' : hasAlias(tree) ? 'alias' : 'meaning';
}

const treeOf = oncePer((document: YamlDocument) => textTree(parseText(document.text)));

/** Whether a path that an edit has cannot be followed in the text, but for an alias or what is merged. */
function isBehindAlias(tree: TextNode, edit: Edit): boolean {
  return (edit.kind === 'move' ? [edit.path, edit.into] : [edit.path]).some(path => {
    let node: TextNode | undefined = tree;
    for (const step of path) {
      const { entries = [], items = [] }: TextNode = node;
      const next: TextNode | undefined = typeof step === 'number' ? items[step] : entries.find(({ key }) => key === step)?.value;
      if (next === undefined) {
        return node.style === 'alias' || entries.some(({ key }) => key === '<<');
      }
      node = next;
    }
    return node.style === 'alias';
  });
}

function hasAlias({ style, entries = [], items = [] }: TextNode): boolean {
  return style === 'alias' || entries.some(({ value }) => hasAlias(value)) || items.some(hasAlias);
}
