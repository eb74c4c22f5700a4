import type { DestinationIntent, ForwardAction, RuleIntent } from '../intent';
import { saidAlternatives } from './conditions';
import { contains, destinationText, repeated } from './destination-name';
import { asksForMemory } from './remembered-rules';

/**
 * What is wrong with how requests or connections are divided. It shows when all is said, since a service that gets a part may divide it once more.
 */
export function splitProblems(destinations: readonly DestinationIntent[]): string[] {
  const partial = destinations.filter(({ weight = 100 }) => !Number.isInteger(weight));
  return [
    ...partial.map(destination => (
      `sends ${destination.weight} of a hundred to ${destinationText(destination)}, since what it sends there is divided once more, and the mesh knows whole shares alone. Send to one of its versions, or choose weights that come out whole.`
    )),
    ...repeated(destinations).map(destination => (
      `divides what it takes, and sends two of the parts to ${destinationText(destination)}. Name it once in the split, with all of its share.`
    )),
    ...destinations.flatMap(whole => destinations.filter(part => part.subset !== whole.subset && contains(whole, part)).map(part => (
      `divides what it takes, and sends one part to all versions of ${destinationText(whole)}, and another to version "${part.subset}", which is one of them. Name the version that gets the first part: ${nameOf(whole)}.version("v1").`
    ))),
  ];
}

/** As code may call it. */
function nameOf({ host }: DestinationIntent): string {
  return host.split('.')[0];
}

/** What is wrong with what clients have to remember: the mesh compares each header once. */
export function memoryProblems({ alternatives, destinations }: RuleIntent & ForwardAction): string[] {
  const memories = destinations.flatMap(({ memory }) => memory ?? []);
  const asking = memories.filter(memory => saidAlternatives(alternatives).some(conditions => asksForMemory(conditions, memory)));
  const headers = new Set(asking.flatMap(({ conditions }) => Object.keys(conditions.headers)));
  return [...headers].map(header => (
    `asks for the header "${header}", by which the split that it leads to knows who was where. Make the split sticky by another header, or by a cookie.`
  ));
}
