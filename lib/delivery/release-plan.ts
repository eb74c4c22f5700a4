import type { ServiceVersion } from '../mesh/service-version';
import type { Stickiness } from '../mesh/stickiness';
import { Weight } from '../mesh/weight';
import type { Release } from './private/release';
import { ReleaseState, readStage } from './private/release-state';
import { ReleaseStages } from './release-stages';

/** A release whose stage stands in a file. */
export interface StagedPlanProps {
  /** The shares that the new version gets, one after the other. */
  readonly stages: ReleaseStages;
  /**
   * The file that says which stage it is at: YAML with `stage: 0`, from the folder in which the app is run. Whoever changes it, a person or a bot,
   * goes on or back by one commit, and changes no code.
   */
  readonly stateFile: string;
}

/** A release whose live version stands in a file. */
export interface BlueGreenPlanProps {
  /** The file that says who gets all requests: YAML with `live: stable`, or `live: canary`, from the folder in which the app is run. */
  readonly stateFile: string;
}

/** How a new version comes to get the requests. */
export abstract class ReleasePlan {
  /** All requests to one of the two at once, and back, by a file: `live: stable` or `live: canary`. @throws when the file says something else */
  public static blueGreen({ stateFile }: BlueGreenPlanProps): ReleasePlan {
    return new StatedPlan(() => readStage(stateFile, { key: 'live', shares: new Map([['stable', 0], ['canary', 100]]) }), { isWhole: true });
  }

  /**
   * The release is over. No route names a version any more, so that the pods of both get requests: both run one image by now. This is the step before
   * the service becomes one without versions, whose subsets may go only when no route leads to them.
   */
  public static ended(): ReleasePlan {
    return new EndedPlan();
  }

  /** This share, until the program says another. */
  public static manual(weight: Weight): ReleasePlan {
    return new StatedPlan(() => ({ state: `${weight.value} percent`, weight }), { isFixed: true });
  }

  /**
   * One stage after the other. Stage 0 is before the first: the new version gets no share, which is also how a release is taken back. Requests that
   * a route of its own leads there, such as those of testers, get there at each stage.
   *
   * @throws when the file is not there, or names no stage
   */
  public static staged({ stages, stateFile }: StagedPlanProps): ReleasePlan {
    const shares = new Map([0, ...stages.weights.map(({ value }) => value)].map((share, stage) => [String(stage), share]));
    return new StatedPlan(() => readStage(stateFile, { key: 'stage', shares }), { staged: { stages, stateFile } });
  }

  /** Does what the plan says with a release, now. Returns the share of the new version, or undefined where no route names a version. @internal */
  public abstract _apply(release: Release): Weight | undefined;

  /** Whether routes lead to the versions. @internal */
  public get _isOver(): boolean {
    return false;
  }

  /** The stages, where there are some. @internal */
  public get _staged(): StagedPlanProps | undefined {
    return undefined;
  }
}

interface PlanDetails {
  /** whether the program itself says the share */
  readonly isFixed?: boolean;
  /** whether all requests go to one version in each state */
  readonly isWhole?: boolean;
  readonly staged?: StagedPlanProps;
}

/** A plan whose share is known when the app is run: no controller takes part. */
class StatedPlan extends ReleasePlan {
  constructor(private readonly read: () => ReleaseState, private readonly details: PlanDetails = {}) {
    super();
  }

  /** @internal */
  public override _apply({ service, stable, canary, mirror, sticky }: Release): Weight {
    const { isFixed = false, isWhole = false } = this.details;
    if (sticky !== undefined && isWhole) {
      throw new Error(`${service.node.path}: the plan moves all clients to one version at once, but sticky would keep some on the other. Leave sticky out.`);
    }
    const { state, weight } = this.read();
    service.traffic.split({ stable, canary, weight, sticky: memoryAt(weight, stable, sticky) });
    if (mirror !== undefined && weight.value === 0) {
      service.traffic.mirrorTo(canary, mirror);
    } else if (mirror !== undefined && isFixed) {
      throw new Error(`${service.node.path}: the plan gives "${canary.name}" ${state}, and a version that gets requests gets no copies of others. Leave mirror out, or use Weight.percent(0).`);
    }
    return weight;
  }

  /** @internal */
  public override get _staged(): StagedPlanProps | undefined {
    return this.details.staged;
  }
}

/** No split, and nothing that leads to one of the versions. */
class EndedPlan extends ReleasePlan {
  /** @internal */
  public override _apply({ service, mirror, sticky }: Release): undefined {
    const [said] = Object.entries({ mirror, sticky }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (said !== undefined) {
      throw new Error(`${service.node.path}: the release has ended, so no requests are split or copied. Leave ${said} out.`);
    }
    service.traffic.sendTo(service);
  }

  /** @internal */
  public override get _isOver(): boolean {
    return true;
  }
}

/**
 * Who was at the canary stays there; who was at the stable version is divided once more at each share, or the share would be one of new clients
 * alone. Where one version gets all, there is nothing to remember.
 */
function memoryAt({ value }: Weight, stable: ServiceVersion, sticky?: Stickiness): Stickiness | undefined {
  return value === 0 || value === 100 ? undefined : sticky?._drawnAnew(stable.name, String(value));
}
