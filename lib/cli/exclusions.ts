import path from 'node:path';
import { globPattern } from '../inspect/glob-pattern';

/** Files and folders that a command line leaves out of its input, by globs; a folder with all that is in it. */
export class Exclusions {
  private readonly patterns: ReadonlyMap<string, RegExp>;
  private readonly used = new Set<string>();

  /** @param globs relative to the working folder; in them, `*` stands for any text, also for several folders, and `?` for one character */
  constructor(globs: readonly string[]) {
    this.patterns = new Map(globs.map(glob => [glob, patternOf(fromHere(glob))]));
  }

  /** Whether a place is left out. Every glob that leaves it out counts as used, not the first alone. */
  public leaveOut(place: string): boolean {
    const from = this.patterns.size === 0 ? '' : fromHere(place);
    const covering = [...this.patterns].filter(([, pattern]) => pattern.test(from));
    covering.forEach(([glob]) => this.used.add(glob));
    return covering.length > 0;
  }

  /** What is to be said of globs that left out nothing. */
  public get notes(): readonly string[] {
    return [...this.patterns.keys()].filter(glob => !this.used.has(glob))
      .map(glob => `--exclude '${glob}' excluded nothing: no such file or folder is in the input`);
  }
}

function patternOf(glob: string): RegExp {
  return new RegExp(`^${glob.split('**/').map(globPattern).join('(?:.*/)?')}(?:/.*)?$`, 'su');
}

function fromHere(place: string): string {
  return path.relative('', place).split(path.sep).join('/');
}
