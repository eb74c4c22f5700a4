import { Size, SizeRoundingBehavior } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import type { ProxyResourcesIntent } from './private/pods/pod-intent';

/** What the proxy beside a container is given, and what it may take. */
export interface ProxyResourcesOptions {
  /** The CPU that it is given. */
  readonly cpu: Cpu;
  /**
   * The CPU that it may take.
   *
   * @default - as much as the node has: what the mesh is configured with does not hold beside what is said here
   */
  readonly cpuLimit?: Cpu;
  /** The memory that it is given, in whole mebibytes. */
  readonly memory: Size;
  /**
   * The memory that it may take, in whole mebibytes.
   *
   * @default - as much as the node has: what the mesh is configured with does not hold beside what is said here
   */
  readonly memoryLimit?: Size;
}

/** What the proxy beside a container is given, and what it may take: a usual size, or one of one's own. */
export class ProxyResources {
  /** 50m of CPU and 64Mi of memory, at most 200m and 256Mi. */
  public static readonly SMALL = ProxyResources.of({
    cpu: Cpu.millis(50), memory: Size.mebibytes(64), cpuLimit: Cpu.millis(200), memoryLimit: Size.mebibytes(256),
  });

  /** 100m of CPU and 128Mi of memory, at most 200m and 256Mi. */
  public static readonly TIGHT = ProxyResources.of({
    cpu: Cpu.millis(100), memory: Size.mebibytes(128), cpuLimit: Cpu.millis(200), memoryLimit: Size.mebibytes(256),
  });

  /** 100m of CPU and 128Mi of memory, at most 500m and 512Mi. */
  public static readonly STANDARD = ProxyResources.of({
    cpu: Cpu.millis(100), memory: Size.mebibytes(128), cpuLimit: Cpu.millis(500), memoryLimit: Size.mebibytes(512),
  });

  /** 100m of CPU and 128Mi of memory, at most 2000m and 1024Mi. What Istio does when it was told nothing. */
  public static readonly LARGE = ProxyResources.of({
    cpu: Cpu.millis(100), memory: Size.mebibytes(128), cpuLimit: Cpu.millis(2000), memoryLimit: Size.mebibytes(1024),
  });

  /** Resources of one's own. @throws when one of them is nothing, or more than its limit */
  public static of(options: ProxyResourcesOptions): ProxyResources {
    const { cpu, cpuLimit, memory, memoryLimit } = options;
    const text = { cpu: millis('cpu', cpu), memory: mebibytes('memory', memory) };
    const limits = {
      ...(cpuLimit === undefined ? {} : { cpuLimit: millis('cpuLimit', cpuLimit) }),
      ...(memoryLimit === undefined ? {} : { memoryLimit: mebibytes('memoryLimit', memoryLimit) }),
    };
    requireWithin('cpu', text.cpu, limits.cpuLimit);
    requireWithin('memory', text.memory, limits.memoryLimit);
    return new ProxyResources({ ...text, ...limits });
  }

  /** @internal */
  public readonly _intent: ProxyResourcesIntent;

  private constructor(intent: ProxyResourcesIntent) {
    this._intent = intent;
  }
}

function millis(name: string, { amount }: Cpu): string {
  const [, number, unit] = /^([\d.]+)(m?)$/.exec(amount) ?? [];
  // Rounded far beyond thousandths, since few decimals can be multiplied exactly.
  const value = unit === 'm' ? Number(number) : Math.round(Number(number) * 1e6) / 1000;
  if (!(Number.isInteger(value) && value > 0)) {
    throw new Error(`ProxyResources.of: ${name} cannot be ${amount}. Use whole millicores, at least one, such as Cpu.millis(100).`);
  }
  return `${value}m`;
}

function mebibytes(name: string, size: Size): string {
  const kibibytes = size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
  if (!(kibibytes > 0 && kibibytes % 1024 === 0)) {
    throw new Error(`ProxyResources.of: ${name} cannot be ${size.asString()}. Use whole mebibytes, at least one, such as Size.mebibytes(128).`);
  }
  return `${kibibytes / 1024}Mi`;
}

/** Both are texts of one unit. */
function requireWithin(name: string, given: string, limit: string | undefined): void {
  if (limit !== undefined && Number.parseInt(given, 10) > Number.parseInt(limit, 10)) {
    throw new Error(`ProxyResources.of: ${name} ${given} is more than ${name}Limit ${limit}, which Kubernetes rejects. Raise the limit, or request less.`);
  }
}
