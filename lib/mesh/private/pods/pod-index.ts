import type { Labels, RunsPods } from './rendered-pods';

/** Finds pods by their labels, without a look at all of them. */
export class PodIndex {
  private readonly byLabel = new Map<string, RunsPods[]>();

  constructor(all: readonly RunsPods[]) {
    for (const pods of all) {
      for (const key of keysOf(pods.namespace, pods.podLabels)) {
        const same = this.byLabel.get(key) ?? [];
        same.push(pods);
        this.byLabel.set(key, same);
      }
    }
  }

  /** The pods of a namespace that have at least the rarest of some labels: those that have all are among them. */
  public near(namespace: string | undefined, labels: Labels): readonly RunsPods[] {
    const [rarest] = keysOf(namespace, labels).map(key => this.byLabel.get(key) ?? []).sort((a, b) => a.length - b.length);
    return rarest;
  }
}

/** Of the namespace alone, and of each label in it. */
function keysOf(namespace: string | undefined, labels: Labels): string[] {
  return [[], ...Object.entries(labels)].map(label => JSON.stringify([namespace, ...label]));
}
