import { isUtf8 } from 'node:buffer';
import { documentTree, TreeNode } from './document-tree';
import { LineIndex, LinePosition } from './line-index';
import { parseText } from './parse-text';

/** A file of the input. */
export class SourceFile {
  /** Decodes what was read from a disk or a pipe: UTF-8, with or without a byte order mark, or UTF-16 with one, which `kubectl` reads too. */
  public static decode(name: string, bytes: Buffer): SourceFile {
    const encoding = UTF_16.get(bytes.toString('latin1', 0, 2));
    if (encoding !== undefined) {
      const wide = new TextDecoder(encoding).decode(bytes);
      return new SourceFile(name, wide, wide.includes(REPLACEMENT), true);
    }
    const text = bytes.toString().replace(BYTE_ORDER_MARK, '');
    return new SourceFile(name, text, text.includes(REPLACEMENT) && !isUtf8(bytes));
  }

  private lines?: LineIndex;
  private latest?: { readonly text: string; readonly tree: TreeNode };

  constructor(
    /** How it is called in the output. */
    public readonly name: string,
    public readonly text: string,
    /** Whether some of the bytes are no text; a U+FFFD stands for each of these. */
    public readonly damaged = false,
    private readonly isUtf16 = false,
  ) {}

  /** Whether the text can be written again without a loss: it was UTF-8. */
  public get isUtf8(): boolean {
    return !this.damaged && !this.isUtf16;
  }

  public positionOf(offset: number): LinePosition {
    return this.index.positionOf(offset);
  }

  /** The text of a line, as editors count them. */
  public lineText(line: number): string {
    return this.index.textOf(line);
  }

  /**
   * The nodes of a document of this file. Positions are asked for document by document, and trees are large: so none is kept but the one that
   * was asked for last.
   */
  public treeOf({ text }: { readonly text: string }): TreeNode {
    if (this.latest?.text !== text) {
      this.latest = { text, tree: documentTree(parseText(text)) };
    }
    return this.latest.tree;
  }

  private get index(): LineIndex {
    this.lines ??= new LineIndex(this.text);
    return this.lines;
  }
}

/** What a decoder puts in place of bytes that it cannot read. */
export const REPLACEMENT = '\uFFFD';

const BYTE_ORDER_MARK = /^\uFEFF/;

/** With what UTF-16 begins. */
const UTF_16 = new Map([['\xFF\xFE', 'utf-16le'], ['\xFE\xFF', 'utf-16be']]);
