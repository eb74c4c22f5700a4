import { realPathOf } from './real-path';

/** Of each folder, the files that apps of this process have published to it, each with the last app that did. */
const PUBLISHED = new Map<string, ReadonlyMap<string, symbol>>();

/** What other apps of this process have published to a folder. */
export function publishedByOthers(app: symbol, folder: string): string[] {
  const known = PUBLISHED.get(realPathOf(folder)) ?? [];
  return [...known].filter(([, owner]) => owner !== app).map(([file]) => file);
}

/** Notes that an app has published these files to a folder, and none else. */
export function notePublished(app: symbol, folder: string, files: Iterable<string>): void {
  const key = realPathOf(folder);
  const others = [...PUBLISHED.get(key) ?? []].filter(([, owner]) => owner !== app);
  PUBLISHED.set(key, new Map([...others, ...[...files].map(file => [file, app] as const)]));
}
