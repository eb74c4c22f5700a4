import type { ObjectPath } from '../schema/violation';
import type { DocumentProblem } from './document-problem';
import type { LinePosition } from './line-index';
import { PlainDocument, plainOffset } from './plain-document';
import { readPlain } from './plain-reader';
import { ReadDocument, readDocument } from './read-document';
import type { SourceFile } from './source-file';
import { DocumentRange, isJsonStream } from './split-documents';
import { offsetOf } from './tree-position';
import { MAX_LENGTH, unreadableText } from './unreadable-text';

/** One document of a file. Positions are computed when they are asked for. */
export class YamlDocument {
  /** Its value as JSON; undefined when it is empty or cannot be read. */
  public readonly value: unknown;
  /** What keeps it from being read. */
  public readonly problems: readonly DocumentProblem[];
  /** Its text in the file. */
  public readonly text: string;
  /** How it was read, if it is plain. */
  public readonly plain?: PlainDocument;

  constructor(public readonly file: SourceFile, public readonly range: DocumentRange) {
    this.text = file.text.slice(range.start, range.end);
    this.plain = this.text.length > MAX_LENGTH ? undefined : readPlain(file.text, range);
    const { value, problems } = this.plain === undefined ? this.read() : { value: this.plain.value, problems: [] };
    this.value = value;
    this.problems = problems;
  }

  /** Where a path begins, or its nearest parent that is there. */
  public positionOf(path: ObjectPath): LinePosition {
    return this.positionAt(this.plain === undefined ? offsetOf(this.file.treeOf(this), path) : plainOffset(this.plain, path));
  }

  /** The place of an offset of the document. */
  public positionAt(offset: number): LinePosition {
    return this.file.positionOf(this.range.start + offset);
  }

  private read(): ReadDocument {
    const unreadable = unreadableText(this.text, this.file.damaged);
    const { behindMarker } = this.range;
    const { value, problems } = unreadable === undefined
      ? readDocument(this.text, { isJson: isJsonStream(this.file.text), behindMarker })
      : { problems: [unreadable] };
    return { value, problems: [...this.markerProblems(), ...problems] };
  }

  /** kubectl takes nothing but a comment behind a marker. */
  private markerProblems(): DocumentProblem[] {
    const [before] = (this.range.behindMarker ? BEHIND_MARKER.exec(this.text) : undefined) ?? [];
    return before === undefined ? [] : [{
      kind: 'syntax',
      path: [],
      offset: before.length,
      message: 'something other than a comment stands behind the document marker',
      repair: 'put it on the next line',
    }];
  }
}

const BEHIND_MARKER = /^[ \t]+(?=[^\s#])/;
