import type { HashAlgorithmIntent } from './private/policy/traffic-policy-intent';
import { requireCount } from './private/require-count';

/** How a hash finds its instance. */
export class HashAlgorithm {
  /**
   * A table, which is looked up faster than a ring; when instances come or go, more values change their instance.
   *
   * @param tableSize how many places the instances share: a prime number, much greater than their number
   * @throws when it is no prime number, or too great for the mesh
   */
  public static maglev(tableSize: number = 65537): HashAlgorithm {
    if (!(Number.isInteger(tableSize) && tableSize < 5000011 && isPrime(tableSize))) {
      throw new Error(`HashAlgorithm.maglev(${tableSize}): expected a prime number below 5000011. Use for example 65537.`);
    }
    return new HashAlgorithm({ kind: 'maglev', tableSize });
  }

  /**
   * A ring, of which each instance has many places. So does a mesh that is told nothing.
   *
   * @param minimumSize how many places there are at least: more share requests more evenly, and take more memory
   * @throws when it is no whole number from 1 to 8388608
   */
  public static ring(minimumSize: number = 1024): HashAlgorithm {
    requireCount(minimumSize, 1, 'HashAlgorithm.ring: minimumSize', GREATEST_RING);
    return new HashAlgorithm({ kind: 'ring', minimumSize });
  }

  /** @internal */
  public readonly _intent: HashAlgorithmIntent;

  private constructor(intent: HashAlgorithmIntent) {
    this._intent = intent;
  }
}

/** The proxies refuse a ring that has to be greater than it may be. */
const GREATEST_RING = 2 ** 23;

function isPrime(value: number): boolean {
  for (let divisor = 2; divisor * divisor <= value; divisor += 1) {
    if (value % divisor === 0) {
      return false;
    }
  }
  return value > 1;
}
