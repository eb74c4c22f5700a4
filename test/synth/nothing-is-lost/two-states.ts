import { App } from 'cdk8s';
import { contentsOf, foldersIn } from '../../support/folder';

/** What stands below a folder: files with their content, and folders. */
export interface State {
  readonly files: Readonly<Record<string, string>>;
  readonly folders: readonly string[];
}

export function stateOf(folder: string): State {
  return { files: contentsOf(folder), folders: foldersIn(folder) };
}

/**
 * Fails unless every file is wholly that of one state or of the other, and none is missing: a file of both states is there, and a file of
 * the earlier state alone is there until every file of the later one is in its place. Files of the tool itself are left out.
 */
export function expectNothingLost(now: State, earlier: State, later: State): void {
  const [before, after, found] = [earlier, later, now].map(({ files }) => rendered(files));
  const torn = Object.keys(found).filter(file => found[file] !== before[file] && found[file] !== after[file]);
  const missing = Object.keys(before).filter(file => !(file in found) && file in after);
  const removed = Object.keys(before).some(file => !(file in found));
  const late = removed ? Object.keys(after).filter(file => found[file] !== after[file]) : [];
  expect({ torn, missing, late }).toEqual({ torn: [], missing: [], late: [] });
}

/** The message of the error that a run ends with; undefined when it ends well. */
export function failureOf(app: App): string | undefined {
  try {
    app.synth();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function rendered(files: State['files']): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([file]) => !file.includes('.cdk8s-mesh')));
}
