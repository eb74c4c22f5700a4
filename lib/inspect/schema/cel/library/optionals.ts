import { DYN, OPTIONAL, func, method } from '../overload';
import type { Overload } from '../overload';
import { CelList } from '../values/cel-list';
import { CelMap } from '../values/cel-map';
import { Duration } from '../values/duration';
import { Optional } from '../values/optional';
import { Uint } from '../values/uint';
import type { CelValue } from '../values/value';

/** Values that may be missing, since Kubernetes 1.29. `or`, `orValue` and the macros are not here: they do not evaluate all they are given. */
export const OPTIONALS: readonly Overload[] = [
  func('optional.none', [], () => Optional.NONE),
  func('optional.of', [DYN], Optional.of),
  func('optional.ofNonZeroValue', [DYN], value => isZero(value) ? Optional.NONE : Optional.of(value)),
  method('hasValue', [OPTIONAL], ({ content }) => content !== undefined),
  method('value', [OPTIONAL], optional => optional.value),
];

function isZero(value: CelValue): boolean {
  if (value instanceof Uint8Array) {
    return value.length === 0;
  }
  if (value instanceof CelList || value instanceof CelMap) {
    return value.size === 0;
  }
  if (value instanceof Uint) {
    return value.value === 0n;
  }
  return value instanceof Duration ? value.nanoseconds === 0n : ZEROS.includes(value);
}

const ZEROS: readonly CelValue[] = [null, false, 0n, 0, ''];
