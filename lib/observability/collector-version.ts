/** What a distribution of the collector has besides. */
export interface CollectorVersionOptions {
  /**
   * Types of components that your own build has, and `opentelemetry-collector-contrib` has not.
   *
   * @default - none
   */
  readonly moreTypes?: string[];
}

/** A version of the OpenTelemetry Collector. What components are called, and which there are, depends on it. */
export class CollectorVersion {
  /** A version by its number: `0.144.0`. @throws when it is none, or older than 0.111.0 */
  public static of(version: string, { moreTypes = [] }: CollectorVersionOptions = {}): CollectorVersion {
    const [, minor] = VERSION.exec(version) ?? [];
    if (minor === undefined) {
      throw new Error(`CollectorVersion.of("${version}"): is not a collector version. Use three numbers, such as "0.144.0".`);
    }
    if (Number(minor) < OLDEST) {
      throw new Error(`CollectorVersion.of("${version}"): versions before 0.${OLDEST}.0 have a different configuration. Use a newer one, such as "0.144.0".`);
    }
    return new CollectorVersion(version, Number(minor), [...moreTypes]);
  }

  /** Its number, which is the tag of its image. */
  public readonly version: string;
  /** @internal */
  public readonly _moreTypes: readonly string[];

  private constructor(version: string, private readonly minor: number, moreTypes: readonly string[]) {
    this.version = version;
    this._moreTypes = moreTypes;
  }

  /** Whether it has what came with 0.<minor>.0. @internal */
  public _has(minor: number): boolean {
    return this.minor >= minor;
  }
}

const VERSION = /^0\.(\d{1,4})\.\d{1,4}$/;
/** From it on, own metrics are read as `readers` say, and the exporter `logging` is gone. */
const OLDEST = 111;
