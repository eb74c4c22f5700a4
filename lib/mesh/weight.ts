/** The share of requests that a destination gets in a split: a whole number of a hundred. Zero is a share. */
export class Weight {
  /** @throws when the value is no whole number between 0 and 100 */
  public static percent(value: number): Weight {
    if (!(Number.isInteger(value) && value >= 0 && value <= 100)) {
      throw new Error(`Weight.percent(${value}): expected a whole number from 0 to 100. The weights of a split add up to 100.`);
    }
    return new Weight(value);
  }

  private constructor(public readonly value: number) {}

  /** What is left of a hundred. */
  public get rest(): Weight {
    return new Weight(100 - this.value);
  }
}
