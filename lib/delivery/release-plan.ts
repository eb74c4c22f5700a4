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

/** How a new version comes to get the requests. */
export abstract class ReleasePlan {
  /** All requests to one of the two at once, and back, by a file: `live: stable` or `live: canary`. @throws when the file says something else */
  public static blueGreen(stateFile: string): ReleasePlan {
    return new StatedPlan(() => readStage(stateFile, { key: 'live', shares: new Map([['stable', 0], ['canary', 100]]) }));
  }

  /** This share, until the program says another. */
  public static manual(weight: Weight): ReleasePlan {
    return new StatedPlan(() => ({ state: `${weight.value} percent`, weight }), { isFixed: true });
  }

  /**
   * One stage after the other. Stage 0 is before the first: the new version gets nothing, which is also how a release is taken back.
   *
   * @throws when the file is not there, or names no stage
   */
  public static staged({ stages, stateFile }: StagedPlanProps): ReleasePlan {
    const shares = new Map([0, ...stages.weights.map(({ value }) => value)].map((share, stage) => [String(stage), share]));
    return new StatedPlan(() => readStage(stateFile, { key: 'stage', shares }), { staged: { stages, stateFile } });
  }

  /** Does what the plan says with a release, now. @internal */
  public abstract _apply(release: Release): void;

  /** The stages, where there are some. @internal */
  public get _staged(): StagedPlanProps | undefined {
    return undefined;
  }
}

interface PlanDetails {
  /** whether the program itself says the share */
  readonly isFixed?: boolean;
  readonly staged?: StagedPlanProps;
}

/** A plan whose share is known when the app is run: no controller takes part. */
class StatedPlan extends ReleasePlan {
  constructor(private readonly read: () => ReleaseState, private readonly details: PlanDetails = {}) {
    super();
  }

  /** @internal */
  public override _apply({ service, stable, canary, mirror, sticky }: Release): void {
    const { state, weight } = this.read();
    service.traffic.split({ stable, canary, weight, sticky });
    if (mirror === undefined) {
      return;
    }
    if (weight.value === 0) {
      service.traffic.mirrorTo(canary, mirror);
    } else if (this.details.isFixed === true) {
      throw new Error(`${service.node.path}: the plan gives "${canary.name}" ${state}, and what gets requests gets no copies of others. Leave mirror out, or say Weight.percent(0).`);
    }
  }

  /** @internal */
  public override get _staged(): StagedPlanProps | undefined {
    return this.details.staged;
  }
}
