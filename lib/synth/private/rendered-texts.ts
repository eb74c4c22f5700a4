import { RenderedFolder } from './render-app';

/** The files of a folder as texts, for those who look at them without writing them. */
export interface RenderedTexts {
  /** Name of the environment; empty for what is outside of any. */
  readonly name: string;
  /** Path below the folder, to text: the objects, and what lies beside them. */
  readonly files: Readonly<Record<string, string>>;
  /** What they need and do not hold: `Kind namespace/name`. */
  readonly provided: readonly string[];
}

/** What of rendered folders is text. */
export function renderedTexts(folders: readonly RenderedFolder[]): RenderedTexts[] {
  return folders.map(({ name, files, companions, provided }) => ({ name, files: Object.fromEntries([...files, ...companions]), provided }));
}
