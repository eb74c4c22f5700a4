import { lastNotAbove } from '../model/sorted-search';
import { changed, TextChange } from './text-change';

/** Changes of a text of which no two meet, by their places. */
export class TextChanges {
  private readonly starts: number[] = [];
  private readonly sorted: TextChange[] = [];

  /** Adds changes that belong together, and says so; adds none where one is of a part that one of the others is of too. */
  public addAll(changes: readonly TextChange[]): boolean {
    if (changes.some(change => this.meets(change))) {
      return false;
    }
    for (const change of changes) {
      const at = lastNotAbove(change.start, this.starts) + 1;
      this.starts.splice(at, 0, change.start);
      this.sorted.splice(at, 0, change);
    }
    return true;
  }

  public applyTo(text: string): string {
    return changed(text, this.sorted);
  }

  private meets({ start, end }: TextChange): boolean {
    const last = lastNotAbove(end, this.starts);
    return last >= 0 && this.sorted[last].end >= start;
  }
}
