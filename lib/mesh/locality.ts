import { checkPodLabels } from './private/pods/pod-labels';
import { distributeIntent } from './private/policy/distribute-intent';
import type { LocalityIntent } from './private/policy/traffic-policy-intent';
import { Weight } from './weight';

/**
 * What counts that instances run in regions and zones: one way, chosen by its factory. Among the instances that are left then,
 * `LoadBalancing` chooses.
 */
export class Locality {
  /**
   * To the instances that have the most labels in common with the caller, counted from the first label on, as long as they are healthy. A
   * label may be one of the pods, or `topology.istio.io/network`, `topology.kubernetes.io/region` and the like; `name=value` asks for this
   * value, whatever the caller has. Needs `ejectOutliers`.
   *
   * @throws when no label is named, one is named twice, or one is none
   */
  public static byLabels(...labels: string[]): Locality {
    const call = 'Locality.byLabels';
    if (labels.length === 0) {
      throw new Error(`${call}: no labels given. Name at least one, the most important first, such as "topology.kubernetes.io/region".`);
    }
    const names = labels.map(label => label.split('=', 1)[0]);
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice !== undefined) {
      throw new Error(`${call}: the label "${twice}" is listed twice. List each label once, the most important first.`);
    }
    checkPodLabels(Object.fromEntries(labels.map((label, index) => [names[index], label.slice(names[index].length + 1)])), call);
    return new Locality({ kind: 'labels', labels });
  }

  /**
   * By shares that depend on where the caller is. Callers that no share is for are served as if nothing had been said. Where a locality of a
   * share has no instance, its part goes to the others of the share.
   *
   * @throws when shares do not add up to 100, a locality is none, or two have an instance in common
   */
  public static distribute(...shares: LocalityShare[]): Locality {
    return new Locality(distributeIntent(shares));
  }

  /**
   * To the nearest healthy instances: those of the caller's zone, then of its region, then all others. Needs `ejectOutliers`.
   *
   * @param regions for the callers of a region, the region that comes first when no instance of their own is healthy:
   *   `{ 'us-east': 'us-west' }`
   * @throws when a region is none, or follows itself
   */
  public static failover(regions: { [from: string]: string } = {}): Locality {
    for (const [from, to] of Object.entries(regions)) {
      [from, to].forEach(requireRegion);
      if (from === to) {
        throw new Error(`Locality.failover: "${from}" fails over to itself. Name another region, or leave it out: healthy instances in the caller's region always come first.`);
      }
    }
    return new Locality({ kind: 'failover', regions: { ...regions } });
  }

  /** To all instances alike, wherever they are, and whatever the mesh is configured to do. */
  public static ignored(): Locality {
    return new Locality({ kind: 'ignored' });
  }

  /** @internal */
  public readonly _intent: LocalityIntent;

  private constructor(intent: LocalityIntent) {
    this._intent = intent;
  }
}

/** Where the requests go that come from one place. */
export interface LocalityShare {
  /** Where the callers are: a region, `region/zone`, `region/zone/subzone`, or `*` for all that no other share is for. */
  readonly callersIn: string;
  /** How many of a hundred requests each locality gets. Those that are not named get none. */
  readonly to: { [locality: string]: Weight };
}

function requireRegion(region: string): void {
  if (!/^[\w.-]+$/.test(region)) {
    throw new Error(`Locality.failover: "${region}" is not a region. Name a region without zones, such as "us-east".`);
  }
}
