import { watch } from 'node:fs';
import path from 'node:path';

/** Editors write a file in several steps; these milliseconds make one change of them. */
const PAUSE = 20;

/**
 * Calls `changed` whenever one of the files that went into the last build, or were read by the program, changes. After a build that failed any
 * file beside these counts, since the one that is missing may be created. The system tells of changes at once, where esbuild's own watch mode
 * looks every now and then, and folders are watched, because editors replace files.
 */
export class InputWatcher {
  #changed;
  #watchers = new Map();
  #inputs = new Set();
  #anything = true;
  #timer;

  constructor(changed) {
    this.#changed = changed;
  }

  /** Tells what a build has read: the files of one that succeeded, or the places of the errors of one that failed; and what the program has. */
  built({ errors, metafile }, readFiles) {
    const files = errors.length > 0 ? errors.flatMap(({ location }) => location?.file ?? []) : Object.keys(metafile.inputs);
    const absolute = [...files.map(file => path.resolve(file)), ...readFiles];
    this.#anything = errors.length > 0;
    this.#inputs = new Set(this.#anything ? [...this.#inputs, ...absolute] : absolute);
    this.#inputs.forEach(file => this.#watch(path.dirname(file)));
  }

  #watch(folder) {
    if (!this.#watchers.has(folder)) {
      this.#watchers.set(folder, watch(folder, (_, name) => this.#told(path.join(folder, name ?? ''))));
    }
  }

  #told(file) {
    if (this.#anything || this.#inputs.has(file)) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#changed, PAUSE);
    }
  }
}
