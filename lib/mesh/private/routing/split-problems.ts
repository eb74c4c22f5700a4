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
      `sends ${destination.weight} percent to ${destinationText(destination)}, because that share is split again, and the mesh supports only whole percentages. Send to one of its versions, or choose weights that give whole percentages.`
    )),
    ...repeated(destinations).map(destination => (
      `splits its requests and sends two parts to ${destinationText(destination)}. List it once in the split, with its whole share.`
    )),
    ...destinations.flatMap(whole => destinations.filter(part => part.subset !== whole.subset && contains(whole, part)).map(part => (
      `splits its requests and sends one part to all versions of ${destinationText(whole)}, and another to version "${part.subset}", which is one of them. Name the version that gets the first part: ${nameOf(whole)}.version("v1").`
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
    `matches the header "${header}", which keeps its target split sticky. Make the split sticky by another header, or by a cookie.`
  ));
}
