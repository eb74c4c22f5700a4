import type { KubeObject } from '../inspect/model/kube-object';

/** The comments of YAML in front of each object, a line each, without their signs. Of a list, no item has any. */
export function commentsInFront(objects: readonly KubeObject[]): string[][] {
  return objects.map(({ document, path }) => {
    if (path.length > 0) {
      return [];
    }
    const { file, range, text } = document;
    const before = file.text.slice(Math.max(0, range.start - MAX_LENGTH), range.start);
    return [...lastLines(before), ...firstLines(text)].map(line => line.replace(/^\s*# ?/, '').trimEnd());
  });
}

/** What is looked at in front of a document. */
const MAX_LENGTH = 10_000;

const COMMENT = /^\s*#/;
const NOTHING = /^\s*(?:---.*)?$/;

/** The comments that end a text, which may be in a document of their own. */
function lastLines(text: string): string[] {
  const lines = text.split(/\r?\n/).reverse();
  const end = lines.findIndex(line => !COMMENT.test(line) && !NOTHING.test(line));
  return (end === -1 ? lines : lines.slice(0, end)).filter(line => COMMENT.test(line)).reverse();
}

function firstLines(text: string): string[] {
  const found: string[] = [];
  for (const [line] of text.matchAll(/[^\n]*\n?/g)) {
    if (COMMENT.test(line)) {
      found.push(line);
    } else if (!NOTHING.test(line) || line === '') {
      return found;
    }
  }
  return found;
}
