import path from 'node:path';

/** Files with kustomizations, and the objects that kustomize builds of the folder of the last one. */
export interface KustomizeBuild {
  readonly name: string;
  /** Texts by their places, bases first. */
  readonly files: Readonly<Record<string, string>>;
  readonly objects: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

export function readBuilds(text: string): readonly KustomizeBuild[] {
  return JSON.parse(text) as readonly KustomizeBuild[];
}

/** The text of the file: a line a case, so that a change of a build is one line in a review. */
export function buildsText(cases: readonly KustomizeBuild[]): string {
  return `[\n${cases.map(one => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`;
}

/** The folder that is built. */
export function builtFolder(files: KustomizeBuild['files']): string {
  return path.dirname(Object.keys(files).at(-1)!);
}
