import { Duration } from 'cdk8s';
import { Weight } from '../mesh/weight';

/** A release in steps of the same size. */
export interface SteppedStages {
  /**
   * The share of the first stage.
   *
   * @default - that of each step
   */
  readonly first?: Weight;
  /**
   * How long each stage shall last at least.
   *
   * @default Duration.minutes(5)
   */
  readonly interval?: Duration;
  /** How much more each stage gets. */
  readonly step: Weight;
}

/** The shares that a new version gets, one after the other. */
export class ReleaseStages {
  /** 10, 50 and 100 percent. */
  public static readonly THREE = ReleaseStages.of(10, 50, 100);

  /** 5 percent more every five minutes. */
  public static readonly CAREFUL = ReleaseStages.stepped({ step: Weight.percent(5) });

  /**
   * These shares, in whole percent.
   *
   * @throws when they do not grow, from 1 on to 100
   */
  public static of(...percents: number[]): ReleaseStages {
    return new ReleaseStages(percents.map(percent => Weight.percent(percent)));
  }

  /** Steps of the same size, up to a hundred percent. @throws when a step is none */
  public static stepped({ first, interval = Duration.minutes(5), step }: SteppedStages): ReleaseStages {
    const start = (first ?? step).value;
    if (step.value === 0 || start === 0) {
      throw new Error('ReleaseStages.stepped: a step of 0 percent makes no progress. Use at least 1 percent: Weight.percent(5).');
    }
    const count = Math.ceil((100 - start) / step.value) + 1;
    return new ReleaseStages(Array.from({ length: count }, (_, index) => Weight.percent(Math.min(100, start + index * step.value))), interval);
  }

  private readonly shares: readonly Weight[];

  private constructor(shares: readonly Weight[], private readonly interval?: Duration) {
    const values = shares.map(({ value }) => value);
    if (values.at(-1) !== 100 || values[0] === 0 || values.some((value, index) => index > 0 && value <= values[index - 1])) {
      throw new Error(`ReleaseStages.of(${values.join(', ')}): the shares must increase from stage to stage, start at 1 percent or more, and end with 100. Write for example: ReleaseStages.of(10, 50, 100).`);
    }
    this.shares = [...shares];
  }

  /** How long a release takes at least when nothing goes wrong, with the last stage; undefined where nobody has said how long a stage lasts. */
  public get duration(): Duration | undefined {
    return this.interval && Duration.seconds(this.interval.toSeconds() * this.shares.length);
  }

  /** How long each stage lasts at least; undefined where nobody has said it. */
  public get stageDuration(): Duration | undefined {
    return this.interval;
  }

  /** The share of each stage. Before them is stage 0, in which the new version gets nothing. */
  public get weights(): Weight[] {
    return [...this.shares];
  }
}
