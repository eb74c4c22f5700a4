import { AccessOptions } from './access-options';
import { ICaller } from './caller';
import type { SeenHostIntent } from './private/access/callee-intent';

/** What can be called: a service, a host outside, or somebody else's service that is referred to. */
export interface ICallee {
  /**
   * Lets the caller in, if that is ours to say.
   *
   * @returns the host that the caller has to know
   * @throws when the caller cannot be let in @internal
   */
  _calledBy(caller: ICaller, options: AccessOptions): SeenHostIntent;
}
