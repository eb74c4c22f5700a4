/**
 * A part of a hundred, decimals allowed: how many requests are traced, mirrored or aborted. For the shares of a split, which are whole,
 * there is `Weight`.
 */
export class Percent {
  /** @throws when the value is not between 0 and 100, or so small that the mesh, which counts in millionths, would read it as none */
  public static of(value: number): Percent {
    if (!(value === 0 || (value >= SMALLEST && value <= 100))) {
      throw new Error(`Percent.of(${value}): expected 0, or a number from ${SMALLEST} to 100. For one half, use Percent.of(50).`);
    }
    return new Percent(value);
  }

  private constructor(public readonly value: number) {}
}

const SMALLEST = 0.0001;
