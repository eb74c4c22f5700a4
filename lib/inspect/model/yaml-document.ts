import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';
import type { DocumentProblem } from './document-problem';
import { LineIndex, LinePosition } from './line-index';
import { placeInBlock } from './literal-block';
import type { PlainDocument } from './plain-document';
import { readPlain } from './plain-reader';
import { ReadDocument, readDocument } from './read-document';
import { SourceFile } from './source-file';
import { DocumentRange, isJsonStream } from './split-documents';
import { offsetOf } from './tree-position';
import { MAX_LENGTH, unreadableText } from './unreadable-text';

/** One document of a file. Positions are computed when they are asked for. */
export class YamlDocument {
  /** Its value as JSON; undefined when it is empty or cannot be read. */
  public readonly value: unknown;
  /** What keeps it from being read. */
  public readonly problems: readonly DocumentProblem[];
  /** Where further objects begin that no marker parts from the one before. */
  public readonly unmarked: readonly number[];
  /** Its text in the file. */
  public readonly text: string;
  /** How it was read, if it is plain. */
  public readonly plain?: PlainDocument;
  private inner?: YamlDocument;

  constructor(public readonly file: SourceFile, public readonly range: DocumentRange) {
    this.text = file.text.slice(range.start, range.end);
    this.plain = this.text.length > MAX_LENGTH ? undefined : readPlain(file.text, range);
    const { value, problems, unmarked = [] } = this.plain === undefined ? this.read() : { value: this.plain.value, problems: [] };
    this.value = value;
    this.problems = range.unmarked === true ? [UNMARKED, ...problems] : problems;
    this.unmarked = unmarked;
  }

  /**
   * Where a path begins, or its nearest parent that is there. It may lead on into a text that is YAML itself.
   *
   * @param within an offset in the text that it leads to or into, which may be none that can be read
   */
  public positionOf(path: ObjectPath, within?: number): LinePosition {
    const offset = this.plain === undefined ? offsetOf(this.file.treeOf(this), path) : this.plain.offsetOf(path);
    return this.positionWithin(path, offset, within) ?? this.positionAt(offset);
  }

  /** The place of an offset of the document. */
  public positionAt(offset: number): LinePosition {
    return this.file.positionOf(this.range.start + offset);
  }

  /** Where a path begins that leads into a text, if the lines of the text are lines of the file. */
  private positionWithin(path: ObjectPath, offset: number, within: number | undefined): LinePosition | undefined {
    const { text = '', rest } = textOn(this.value, path) ?? {};
    const position = rest === undefined ? undefined : within === undefined ? this.positionInner(text, rest) : new LineIndex(text).positionOf(within);
    const place = position && placeInBlock(this.text.slice(offset), text, position);
    return place && { line: this.positionAt(offset).line + place.line, column: place.column };
  }

  private positionInner(text: string, path: ObjectPath): LinePosition | undefined {
    const inner = path.length === 0 ? undefined : this.innerOf(text);
    return inner !== undefined && isThere(inner.value, path[0]) ? inner.positionOf(path) : undefined;
  }

  /** The text as a document of its own. Positions are asked for text by text, so none is kept but the latest. */
  private innerOf(text: string): YamlDocument {
    if (this.inner?.text !== text) {
      this.inner = new YamlDocument(new SourceFile(this.file.name, text), { start: 0, end: text.length, behindMarker: false });
    }
    return this.inner;
  }

  private read(): ReadDocument {
    const isJson = isJsonStream(this.file.text);
    const unreadable = unreadableText(this.text, this.file.damaged, isJson);
    const { behindMarker } = this.range;
    const read = unreadable === undefined ? readDocument(this.text, { isJson, behindMarker }) : { problems: [unreadable] };
    return { ...read, problems: [...this.markerProblems(), ...read.problems] };
  }

  /** kubectl takes nothing but a comment behind a marker. */
  private markerProblems(): DocumentProblem[] {
    const [before] = (this.range.behindMarker ? BEHIND_MARKER.exec(this.text) : undefined) ?? [];
    return before === undefined ? [] : [{
      kind: 'syntax',
      path: [],
      offset: before.length,
      message: 'only a comment may follow the document marker',
      repair: 'put it on the next line',
    }];
  }
}

const UNMARKED: DocumentProblem = {
  kind: 'duplicate-key',
  path: [],
  offset: 0,
  message: 'a second object starts here without --- before it, so the two are read as one',
  repair: 'write --- on the line before it',
};

const BEHIND_MARKER = /^[ \t]+(?=[^\s#])/;

/** The first text to which a path leads, and how it goes on there. */
function textOn(value: unknown, path: ObjectPath): { readonly text: string; readonly rest: ObjectPath } | undefined {
  let here = value;
  for (const [depth, step] of path.entries()) {
    if (typeof here === 'string') {
      return { text: here, rest: path.slice(depth) };
    }
    here = isThere(here, step) ? here[step] : undefined;
  }
  return typeof here === 'string' ? { text: here, rest: [] } : undefined;
}

function isThere(value: unknown, step: string | number): value is Readonly<Record<string | number, unknown>> {
  return Array.isArray(value) || isObject(value) ? Object.hasOwn(value, step) : false;
}
