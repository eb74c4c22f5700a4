import { MutualTls } from '../../mutual-tls';
import type { AccessRuleIntent } from './access-intent';
import { provesItself } from './proof-problems';

/** Pods at which rules hold that are said of more pods. */
interface ConnectedPods {
  readonly place: string;
  /** which connections are taken, as far as that is said of these pods alone @param ports those of the pods; undefined: all */
  readonly saidModes: (ports?: readonly number[]) => readonly MutualTls[];
}

/** Whether those whom somebody denies everywhere come in by plain text somewhere, in which nobody says who they are. */
export function escapedProblems(
  wide: { readonly place: string; readonly deny: () => readonly AccessRuleIntent[] }, { place, saidModes }: ConnectedPods,
): string[] {
  const takesPlainText = (ports?: readonly number[]): boolean => saidModes(ports).some(mode => mode !== MutualTls.STRICT);
  const isEscaped = wide.deny().some(({ asked: { ports }, caller }) => provesItself(caller) && takesPlainText(ports));
  return !isEscaped ? [] : [
    `${place}: accepts plain text, which does not identify callers, and "${wide.place}" denies callers by identity, so these get in here. Use access.mutualTls(MutualTls.STRICT) here, or deny by address there.`,
  ];
}
