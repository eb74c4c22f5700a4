import type { DestinationIntent, MirrorIntent } from '../intent';
import { contains, destinationText, repeated } from './destination-name';

/** What is wrong with where copies go. It shows when all is said, since a service that gets them may send them on. */
export function mirrorProblems(mirrors: readonly MirrorIntent[], targets: readonly DestinationIntent[]): string[] {
  const destinations = mirrors.map(({ destination }) => destination);
  const used = targets.filter(({ weight }) => weight !== 0);
  return [
    ...destinations.filter(copied => used.every(target => contains(copied, target))).map(destination => (
      `copies requests to ${destinationText(destination)}, where all of them go anyway, so they would be processed twice. Copy them to another version, or leave mirrorTo out.`
    )),
    ...destinations.flatMap(destination => outsideProblem(destination) ?? []),
    ...repeated(destinations).map(destination => (
      `copies requests to ${destinationText(destination)} in two ways. Call mirrorTo for it once, with the share of all copies: Percent.of(...).`
    )),
  ];
}

/** Copies keep the host of the request, and no product can give them another; a server outside knows itself by its own name alone. */
export function outsideProblem(destination: DestinationIntent): string | undefined {
  const { host, hostHeader } = destination;
  return hostHeader === undefined ? undefined : (
    `copies requests to ${host}, which is outside the mesh, and copies keep the host of the request, which a server outside does not know. Send them to a service of the mesh whose pods call ${host} themselves.`
  );
}
